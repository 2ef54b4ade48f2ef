package dev.blackstart.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.launcher.Checkout.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class MissingPiecesTest {
    @TempDir
    Path directory;

    Checkout checkout;

    @BeforeEach
    void check_out() throws IOException {
        checkout = new Checkout(directory);
    }

    @Test
    void without_java_the_command_that_installs_it_is_named() throws Exception {
        checkout.without("java");

        assertNamesTheMissingJdk(checkout.run("validate"));
    }

    @Test
    void a_java_that_is_too_old_does_not_do() throws Exception {
        checkout.with("java", "printf '    java.home = %s\\n    java.specification.version = 11\\n' \"$HOME/jdk\"");

        assertNamesTheMissingJdk(checkout.run("validate"));
    }

    @Test
    void a_runtime_without_a_compiler_does_not_do() throws Exception {
        Files.delete(checkout.home.resolve("jdk/bin/javac"));

        assertNamesTheMissingJdk(checkout.run("validate"));
    }

    @Test
    void a_jdk_that_is_not_on_the_path_is_found_where_debian_puts_it() throws Exception {
        checkout.without("java");
        Path vms = Files.createDirectories(checkout.home.resolve("no-jvms"));
        Files.createSymbolicLink(vms.resolve("java-17"), checkout.home.resolve("jdk"));

        assertThat(checkout.run("validate").exitCode()).isZero();
    }

    @Test
    void without_maven_the_command_that_installs_it_is_named() throws Exception {
        var outcome = checkout.without("mvn").run("validate");

        assertThat(outcome.exitCode()).isEqualTo(69);
        assertThat(outcome.errors()).startsWith("blackstart: no Maven").contains("  HINT: ./blackstart --setup ");
    }

    @Test
    void what_is_built_needs_no_maven_to_run() throws Exception {
        checkout.run("validate");

        assertThat(checkout.without("mvn").run("validate").exitCode()).isZero();
    }

    private static void assertNamesTheMissingJdk(Outcome outcome) {
        assertThat(outcome.exitCode()).isEqualTo(69);
        assertThat(outcome.errors())
                .startsWith("blackstart: no JDK 17 or newer")
                .contains("  HINT: ./blackstart --setup installs it; or: sudo apt-get install openjdk-17-jdk-headless");
    }
}
