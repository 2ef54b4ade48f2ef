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
                ".docker/run/docker.sock",
                ".docker/desktop/docker.sock",
                ".colima/default/docker.sock",
                "session/docker.sock",
                "session/podman/podman.sock"
            })
    void an_engine_at_a_usual_socket_is_found(String socket) throws Exception {
        String address = sockets.answering(socket);
        checkout.withEnvironment(
                "XDG_RUNTIME_DIR", checkout.home.resolve("session").toString());

        assertThat(checkout.run("run", "drills").output()).contains("engine=" + address + "\n");
    }

    @Test
    void a_socket_that_a_killed_engine_left_behind_is_passed_over() throws Exception {
        sockets.silent(".docker/run/docker.sock");
        String address = sockets.answering(".colima/docker.sock");

        assertThat(checkout.run("run").output()).contains("engine=" + address + "\n");
    }

    @Test
    void DOCKER_HOST_wins_over_the_context_and_the_usual_sockets() throws Exception {
        currentContextIs("far", sockets.answering("far.sock"));
        sockets.answering(".docker/run/docker.sock");
        String address = sockets.answering("mine.sock");

        assertThat(checkout.withEnvironment("DOCKER_HOST", address).run("run").output())
                .contains("engine=" + address + "\n");
    }

    @Test
    void the_current_docker_context_wins_over_the_usual_sockets() throws Exception {
        sockets.answering(".docker/run/docker.sock");
        String address = sockets.answering("far.sock");
        currentContextIs("far", address);

        assertThat(checkout.run("run").output()).contains("engine=" + address + "\n");
    }

    @Test
    void the_default_context_means_the_usual_sockets() throws Exception {
        currentContextIs("far", sockets.answering("far.sock"));
        String address = sockets.answering(".docker/run/docker.sock");

        assertThat(checkout.withEnvironment("DOCKER_CONTEXT", "default")
                        .run("run")
                        .output())
                .contains("engine=" + address + "\n");
    }

    @Test
    void an_engine_over_the_network_is_left_to_the_program() throws Exception {
        currentContextIs("far", "tcp://far.example.org:2376");

        assertThat(checkout.run("run").output()).contains("engine=tcp://far.example.org:2376\n");
    }

    @Test
    void an_engine_that_was_named_and_is_silent_is_not_replaced_by_another_one() throws Exception {
        sockets.answering(".docker/run/docker.sock");
        String address = sockets.silent("mine.sock");
        var outcome = checkout.withEnvironment("DOCKER_HOST", address).run("run");

        assertThat(outcome.exitCode()).isEqualTo(69);
        assertThat(outcome.errors())
                .isEqualTo("blackstart: DOCKER_HOST (" + address + ") does not answer\n"
                        + "  HINT: start that engine, or unset it to have another one found.\n");
    }

    @Test
    void a_context_that_names_no_engine_is_an_error() throws Exception {
        var outcome = checkout.withEnvironment("DOCKER_CONTEXT", "gone").run("run");

        assertThat(outcome.exitCode()).isEqualTo(69);
        assertThat(outcome.errors()).startsWith("blackstart: the docker context 'gone' names no engine");
    }

    @Test
    void an_engine_by_ssh_is_refused_with_the_way_around() throws Exception {
        var outcome = checkout.withEnvironment("DOCKER_HOST", "ssh://ops@far.example.org")
                .run("run");

        assertThat(outcome.exitCode()).isEqualTo(69);
        assertThat(outcome.errors()).contains("which is not supported").contains("HINT: ssh -nNT -L ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "clean"})
    void without_an_engine_the_command_that_mends_it_is_named(String verb) throws Exception {
        var outcome = checkout.run(verb);

        assertThat(outcome.exitCode()).isEqualTo(69);
        assertThat(outcome.errors()).contains("  HINT: ./blackstart --setup ");
        assertThat(checkout.builds()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"validate", "list", "help", "access", "--version", "--help", "run --help", "frobnicate"})
    void verbs_that_need_no_engine_never_look_for_one(String arguments) throws Exception {
        sockets.answering(".docker/run/docker.sock");
        var outcome = checkout.run(arguments.split(" "));

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.output()).contains("engine=\n");
        assertThat(checkout.home.resolve("asked")).doesNotExist();
    }

    @Test
    void doctor_looks_for_an_engine_and_runs_without_one() throws Exception {
        assertThat(checkout.run("doctor").exitCode()).isZero();
        String address = sockets.answering(".docker/run/docker.sock");

        assertThat(checkout.run("doctor").output()).contains("engine=" + address + "\n");
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
