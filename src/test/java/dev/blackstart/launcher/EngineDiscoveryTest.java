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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class EngineDiscoveryTest {
    /** SHA-256 of {@code far}, after which the docker command names the directory of that context. */
    private static final String FAR = "512eea46ceb3921dff4363c7069d89d4964d1d9fccaa0f411851a7aa60a5c868";

    @TempDir
    Path directory;

    Checkout checkout;
    Sockets sockets;

    @BeforeEach
    void check_out() throws IOException {
        checkout = new Checkout(directory);
        sockets = new Sockets(checkout.home);
    }

    @AfterEach
    void close() throws IOException {
        sockets.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "clean",
                "doctor",
                "validate",
                "list",
                "help",
                "access",
                "--version",
                "--help",
                "run --help",
                "frobnicate"
            })
    void which_engine_is_used_is_left_to_the_program(String arguments) throws Exception {
        sockets.answering(".docker/run/docker.sock");
        var outcome = checkout.run(arguments.split(" "));

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.output()).contains("engine=\n");
        assertThat(checkout.home.resolve("asked")).doesNotExist();
    }

    @Test
    void a_setup_starts_none_where_one_answers() throws Exception {
        String address = sockets.answering("session/docker.sock");
        checkout.withEnvironment(
                "XDG_RUNTIME_DIR", checkout.home.resolve("session").toString());

        assertThat(setUp().errors()).contains("blackstart: drills run on the engine at " + address + "\n");
    }

    @Test
    void a_setup_takes_the_engine_that_was_named() throws Exception {
        currentContextIs("far", "tcp://far.example.org:2376");
        String address = sockets.answering("mine.sock");

        checkout.withEnvironment("DOCKER_HOST", address);

        assertThat(setUp().errors()).contains("blackstart: drills run on the engine at " + address + "\n");
    }

    @Test
    void a_setup_replaces_no_engine_that_was_named_and_is_silent() throws Exception {
        sockets.answering("session/docker.sock");
        checkout.withEnvironment(
                "XDG_RUNTIME_DIR", checkout.home.resolve("session").toString());
        String address = sockets.silent("mine.sock");
        checkout.withEnvironment("DOCKER_HOST", address);
        var outcome = setUp();

        assertThat(outcome.exitCode()).isEqualTo(69);
        assertThat(outcome.errors())
                .isEqualTo(
                        "blackstart: the engine at " + address
                                + ", which you named, does not answer\n  HINT: start it, or unset it to have another one found.\n");
    }

    @Test
    void a_setup_leaves_an_engine_of_a_context_to_the_program() throws Exception {
        currentContextIs("far", "tcp://far.example.org:2376");

        assertThat(setUp().errors()).contains("blackstart: drills run on the docker context far\n");
    }

    private Checkout.Outcome setUp() throws Exception {
        return checkout.with("mmdebstrap", "").run("--setup");
    }

    private void currentContextIs(String name, String address) throws IOException {
        Path docker = Files.createDirectories(checkout.home.resolve(".docker"));
        Files.writeString(docker.resolve("config.json"), """
                {
                  "auths": {},
                  "currentContext": "%s"
                }
                """.formatted(name));
        Path meta = Files.createDirectories(docker.resolve("contexts/meta").resolve(FAR));
        Files.writeString(meta.resolve("meta.json"), """
                {"Name":"%s","Metadata":{},"Endpoints":{"docker":{"Host":"%s","SkipTLSVerify":false}}}""".formatted(name, address));
    }
}
