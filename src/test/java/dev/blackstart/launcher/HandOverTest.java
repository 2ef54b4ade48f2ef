package dev.blackstart.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class HandOverTest {
    @TempDir
    Path directory;

    Checkout checkout;

    @BeforeEach
    void check_out() throws IOException {
        checkout = new Checkout(directory);
    }

    @Test
    void the_launcher_becomes_the_program_so_that_signals_reach_it() throws Exception {
        Process process = checkout.start(checkout.root.resolve("blackstart"), "validate");

        assertThat(checkout.finish(process).output()).startsWith("pid=" + process.pid() + "\n");
    }

    @Test
    void arguments_arrive_as_they_were_given() throws Exception {
        var outcome = checkout.run("--verbose", "validate", "my drills", "", "--setup", "*");

        assertThat(outcome.output()).endsWith("""
                        argument=dev.blackstart.cli.Main
                        argument=--verbose
                        argument=validate
                        argument=my drills
                        argument=
                        argument=--setup
                        argument=*
                        """);
    }

    @Test
    void the_class_path_names_every_jar() throws Exception {
        assertThat(checkout.run("validate").output())
                .containsPattern("argument=/.*/blackstart.jar:/.*/library.jar\n")
                .contains("argument=-Dblackstart.home=" + checkout.root + "\n");
    }

    @Test
    void a_link_to_the_launcher_works_from_anywhere() throws Exception {
        Path link = Files.createSymbolicLink(directory.resolve("bs"), checkout.root.resolve("blackstart"));
        Path linkToLink = Files.createSymbolicLink(checkout.home.resolve("drill"), link);

        assertThat(checkout.finish(checkout.start(linkToLink, "list")).exitCode())
                .isZero();
    }
}
