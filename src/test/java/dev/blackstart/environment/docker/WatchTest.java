package dev.blackstart.environment.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.blackstart.machine.Command;
import dev.blackstart.machine.Host;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("container")
final class WatchTest {
    private static final String RUNNING = "grep -lsz '^4712$' /proc/[0-9]*/cmdline";

    private final BareContainer container = new BareContainer();
    private final DockerHost host = container.host();
    private final List<String> lines = new CopyOnWriteArrayList<>();

    @AfterEach
    void remove() {
        container.close();
    }

    @Test
    void lines_arrive_while_it_runs_and_closing_ends_the_process() {
        Host.Watch watch = watch("echo one; echo two; exec sleep 4712");
        await().until(() -> lines.size() == 2 && running());
        assertThat(lines).containsExactly("one", "two");
        assertThat(watch.alive()).isTrue();
        watch.close();
        assertThat(watch.alive()).isFalse();
        await().until(() -> !running());
    }

    @Test
    void one_that_ends_by_itself_hands_over_what_it_wrote_last() {
        Host.Watch watch = watch("printf last");
        await().until(() -> !watch.alive());
        assertThat(lines).containsExactly("last");
    }

    @Test
    void one_whose_machine_dies_is_not_alive() {
        Host.Watch watch = watch("sleep 4712");
        container.kill();
        await().until(() -> !watch.alive());
    }

    private Host.Watch watch(String script) {
        return host.watch(Command.as("root", "sh", "-c", script), lines::add);
    }

    private boolean running() {
        return host.run(Command.as("root", "sh", "-c", RUNNING)).succeeded();
    }
}
