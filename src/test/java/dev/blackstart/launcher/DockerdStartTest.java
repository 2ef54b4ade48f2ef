package dev.blackstart.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.blackstart.launcher.Checkout.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DockerdStartTest {
    @TempDir
    Path directory;

    Checkout checkout;
    Sockets sockets;
    Path start;

    @BeforeEach
    void check_out() throws IOException {
        checkout = new Checkout(directory);
        sockets = new Sockets(checkout.home);
        start = checkout.root.resolve("start");
        checkout.script(start, """
                set -eu
                parts=$(readlink -f -- "$0")
                parts=${parts%/*}/ci/lib
                . "$parts/say.sh"
                . "$parts/engine.sh"
                . "$parts/dockerd.sh"
                start_dockerd "$HOME/engine.sock" "$HOME/docker.pid" "$HOME" "$HOME/log"
                """);
    }

    @AfterEach
    void close() throws IOException {
        sockets.close();
    }

    @Test
    void a_dockerd_that_dies_is_noticed_at_once_and_its_last_words_are_shown() throws Exception {
        checkout.with("dockerd", "echo 'failed to start daemon: iptables failed'; exit 1");
        Outcome outcome = checkout.finish(checkout.start(start));

        assertThat(outcome.exitCode()).isEqualTo(69);
        assertThat(outcome.errors())
                .contains("  | failed to start daemon: iptables failed\n")
                .contains("blackstart: dockerd ended by itself")
                .contains("  HINT: update-alternatives --set iptables");
    }

    @Test
    void the_number_of_a_killed_dockerd_that_is_somebody_elses_now_is_forgotten() throws Exception {
        sockets.answering("engine.sock");
        checkout.with("dockerd", "exit 0");
        Path number = checkout.home.resolve("docker.pid");
        Files.writeString(number, Long.toString(ProcessHandle.current().pid()));
        Outcome outcome = checkout.finish(checkout.start(start));

        assertThat(outcome.errors())
                .startsWith("blackstart: removing " + number + ", which an earlier dockerd left behind\n");
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void whoever_reads_our_output_does_not_wait_for_dockerd() throws Exception {
        sockets.answering("engine.sock");
        checkout.with("dockerd", "echo $$ >\"$HOME/docker.pid\"; echo begun; exec sleep 60");
        Outcome outcome = checkout.finish(checkout.start(start));
        Path number = checkout.home.resolve("docker.pid");
        await().until(() -> Files.exists(number) && Files.size(number) > 0);
        ProcessHandle dockerd = ProcessHandle.of(
                        Long.parseLong(Files.readString(number).strip()))
                .orElseThrow();

        assertThat(outcome.exitCode()).isZero();
        assertThat(dockerd.isAlive()).isTrue();
        dockerd.destroyForcibly();
    }
}
