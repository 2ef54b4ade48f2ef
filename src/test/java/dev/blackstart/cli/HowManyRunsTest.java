package dev.blackstart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.access.DrillTeams;
import dev.blackstart.definition.DefinitionReader;
import dev.blackstart.testing.Kiosk;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** How many runs the analysis makes of a drill is told before anything is started. */
class HowManyRunsTest {
    @TempDir
    private Path directory;

    private final StringWriter said = new StringWriter();
    private Kiosk kiosk;
    private Path drill;

    @BeforeEach
    void write() throws IOException {
        kiosk = Kiosk.in(directory);
        drill = directory.resolve(Kiosk.LOST);
        kiosk.replace(Kiosk.LOST, "survivors: all", "survivors: { coalitions: analysed }");
    }

    @Test
    void the_list_says_it() {
        assertThat(execute("list", drill.toString())).isEqualTo(ExitCode.PASSED);

        assertThat(said.toString()).contains("(3 runs)");
    }

    @Test
    void a_run_begins_with_it() {
        assertThat(new ChosenTeams(DrillTeams.checked(DefinitionReader.read(List.of(drill)))).told())
                .containsExactly("lost: 3 runs, as the analysis chose: 2 must recover, 1 must be locked out");
    }

    @Test
    void more_than_are_wanted_are_a_fault_wherever_drills_are_read() throws IOException {
        kiosk.replace(Kiosk.LOST, "coalitions: analysed", "coalitions: analysed, atMost: 2");

        for (String verb : List.of("validate", "list", "run")) {
            assertThat(execute(verb, drill.toString())).as(verb).isEqualTo(ExitCode.BAD_INPUT);
        }
        assertThat(said.toString()).contains("these are 3 coalitions", "HINT: Say `atMost: 3`");
    }

    private int execute(String... arguments) {
        CommandLine line = Main.commandLine();
        line.setErr(new PrintWriter(said, true));
        line.setOut(new PrintWriter(said, true));
        return line.execute(arguments);
    }
}
