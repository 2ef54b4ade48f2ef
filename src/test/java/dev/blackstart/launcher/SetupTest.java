package dev.blackstart.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SetupTest {
    @TempDir
    Path directory;

    Checkout checkout;
    Sockets sockets;

    @BeforeEach
    void check_out() throws IOException {
        checkout = new Checkout(directory);
        sockets = new Sockets(checkout.home);
        checkout.withEnvironment("DOCKER_HOST", sockets.answering("engine.sock"));
        checkout.withEnvironment("TMPDIR", directory.toString());
        checkout.with("mmdebstrap", "");
        checkout.with("id", "echo 0");
        checkout.with("apt-cache", "exit 100");
        checkout.with("apt-get", """
                echo "$*" >>"$HOME/apt"
                case "$*" in *install*maven*) cp "$HOME/maven" "${PATH%%:*}/mvn" ;; esac
                """);
        Files.copy(checkout.bin("mvn"), checkout.home.resolve("maven"));
    }

    @AfterEach
    void close() throws IOException {
        sockets.close();
    }

    @Test
    void what_is_missing_is_installed_and_the_command_then_runs() throws Exception {
        var outcome = checkout.without("mvn").run("--setup", "run", "drills");

        assertThat(outcome.errors())
                .containsSubsequence(
                        "blackstart: asking the package mirrors\n",
                        "blackstart: installing maven",
                        "blackstart: drills run on the engine at unix://" + checkout.home.resolve("engine.sock") + "\n",
                        "blackstart: building, on first use\n");
        assertThat(outcome.output()).endsWith("argument=run\nargument=drills\n");
    }

    @Test
    void on_its_own_it_also_builds_and_runs_nothing() throws Exception {
        var outcome = checkout.run("--setup");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.output()).isEmpty();
        assertThat(checkout.builds()).isEqualTo(1);
    }

    @Test
    void a_jdk_that_the_release_does_not_have_is_replaced_by_its_default_one() throws Exception {
        checkout.without("java").run("--setup");

        assertThat(Files.readString(checkout.home.resolve("apt"))).containsPattern("install .* default-jdk-headless");
    }

    @Test
    void without_root_the_command_that_mends_it_is_named_and_nothing_is_tried() throws Exception {
        var outcome = checkout.without("mvn").with("id", "echo 1000").run("--setup", "validate");

        assertThat(outcome.exitCode()).isEqualTo(69);
        assertThat(outcome.errors())
                .startsWith("blackstart: root is needed for installing: maven")
                .endsWith("  HINT: run once as root: sudo ./blackstart --setup\n");
        assertThat(checkout.home.resolve("apt")).doesNotExist();
    }

    @Test
    void an_installation_that_fails_shows_why() throws Exception {
        var outcome = checkout.without("mvn")
                .with("apt-get", "echo 'E: Unable to locate package maven'; exit 100")
                .run("--setup", "validate");

        assertThat(outcome.exitCode()).isEqualTo(69);
        assertThat(outcome.errors())
                .contains("  | E: Unable to locate package maven\n")
                .contains("blackstart: apt-get could not install maven");
    }

    @Test
    void without_debian_what_is_missing_is_named() throws Exception {
        var outcome = checkout.without("mvn").without("apt-get").run("--setup", "validate");

        assertThat(outcome.exitCode()).isEqualTo(69);
        assertThat(outcome.errors()).startsWith("blackstart: missing here: maven");
    }
}
