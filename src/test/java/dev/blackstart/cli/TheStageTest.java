package dev.blackstart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.testing.Kiosk;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What keeps a stage from being brought up is told before any engine is asked. */
class TheStageTest {
    @TempDir
    Path directory;

    private final StringWriter err = new StringWriter();

    @BeforeEach
    void make() throws IOException {
        Kiosk.in(directory);
    }

    private int stage(Path environment) {
        CommandLine line = Main.commandLine();
        line.setErr(new PrintWriter(err, true));
        return line.execute(
                "stage",
                environment.toString(),
                "--reports",
                directory.resolve("reports").toString());
    }

    @Test
    void an_environment_whose_service_no_drill_asks_cannot_be_seen_to_be_up() throws IOException {
        for (String drill : new String[] {Kiosk.LOST, Kiosk.DAMAGED, Kiosk.LOCKED_OUT}) {
            Files.delete(directory.resolve(drill));
        }
        Files.delete(directory.resolve("drills"));

        assertThat(stage(directory.resolve("environments/kiosk"))).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("nothing says by what", "write a drill of it with steadyState");
    }

    @Test
    void a_fault_in_its_files_is_told() throws IOException {
        Files.writeString(directory.resolve(Kiosk.SECRETS), "people: [");

        assertThat(stage(directory.resolve("environments/kiosk/secrets.yaml"))).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("secrets.yaml:1");
    }
}
