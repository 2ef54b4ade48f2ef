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

/** What {@code detect} is asked for is found wrong before anything is started. */
class WhatIsDetectedTest {
    @TempDir
    private Path directory;

    private final StringWriter said = new StringWriter();
    private String drill;

    @BeforeEach
    void write() throws IOException {
        drill = Kiosk.in(directory).directory().resolve(Kiosk.DAMAGED).toString();
    }

    @Test
    void a_damage_that_is_not_there_is_named_with_those_that_are() {
        assertThat(execute("detect", drill, "--table", "orders", "--only", "melted-page"))
                .isEqualTo(ExitCode.BAD_INPUT);

        assertThat(said.toString())
                .contains("none of these damages can be done: [melted-page]", "the drill's own", "flipped-page");
    }

    @Test
    void without_its_table_a_damage_that_asks_for_one_is_none() {
        assertThat(execute("detect", drill, "--only", "zeroed-page")).isEqualTo(ExitCode.BAD_INPUT);
    }

    @Test
    void what_else_a_damage_asks_for_is_given_by_its_key() {
        execute("detect", drill, "--with", "sql=delete from orders", "--with", "run=rm x", "--only", "melted-page");

        assertThat(said.toString()).contains(", sql").contains(", run");
    }

    @Test
    void the_detectors_of_one_drill_are_asked() {
        assertThat(execute("detect", directory.toString())).isEqualTo(ExitCode.BAD_INPUT);

        assertThat(said.toString()).contains(" drills, and not one", "name the *.drill.yaml");
    }

    @Test
    void reports_that_have_no_place_are_refused_before_anything_is_started() throws IOException {
        Path taken = Files.writeString(directory.resolve("taken"), "not a directory");

        assertThat(execute("detect", drill, "--only", "the drill's own", "--reports", taken.toString()))
                .isEqualTo(ExitCode.BAD_INPUT);

        assertThat(said.toString()).contains("reports cannot be written to " + taken, "nothing was started");
    }

    private int execute(String... arguments) {
        CommandLine line = Main.commandLine();
        line.setErr(new PrintWriter(said, true));
        line.setOut(new PrintWriter(said, true));
        return line.execute(arguments);
    }
}
