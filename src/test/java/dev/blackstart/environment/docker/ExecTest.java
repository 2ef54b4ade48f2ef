package dev.blackstart.environment.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.machine.Command;
import dev.blackstart.machine.Outcome;
import dev.blackstart.machine.Outcome.Ending;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("container")
final class ExecTest {
    private static BareContainer container;
    private static DockerHost host;

    @BeforeAll
    static void start() {
        container = new BareContainer();
        host = container.host();
    }

    @AfterAll
    static void stop() {
        container.close();
    }

    @Test
    void the_two_streams_stay_apart() {
        Outcome outcome = host.run(Command.as("root", "sh", "-c", "echo out; echo err >&2; exit 3"));
        assertThat(outcome).isEqualTo(new Outcome(Ending.ENDED, 3, "out\n", "err\n"));
    }

    @Test
    void the_input_is_delivered_to_its_end() {
        String input = "line\n".repeat(200_000);
        Outcome outcome =
                host.run(Command.as("root", "sh", "-c", "wc -c; echo read").with(input));
        assertThat(outcome.out()).isEqualTo("1000000\nread\n");
    }

    @Test
    void no_input_is_an_input_that_ends() {
        assertThat(host.run(Command.as("root", "cat")).succeeded()).isTrue();
    }

    @Test
    void a_process_that_does_not_read_its_input_ends_all_the_same() {
        Outcome outcome = host.run(Command.as("root", "true").with("x".repeat(5_000_000)));
        assertThat(outcome.succeeded()).isTrue();
    }

    @Test
    void twenty_megabytes_of_output_arrive_with_a_note_of_what_is_left_out() {
        Outcome outcome = host.run(
                Command.as("root", "sh", "-c", "echo first; head -c 20000000 /dev/zero | tr '\\0' x; echo; echo last"));
        assertThat(outcome.ended()).isTrue();
        assertThat(outcome.out()).startsWith("first\n").endsWith("\nlast\n").contains("bytes are left out here]");
        assertThat(outcome.out().length()).isBetween(500_000, 600_000);
        assertThat(outcome.whole()).isFalse();
    }

    @Test
    void twenty_megabytes_of_output_can_be_streamed() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(host.stream(Command.as("root", "head", "-c", "20000000", "/dev/zero"), out)
                        .succeeded())
                .isTrue();
        assertThat(out.size()).isEqualTo(20_000_000);
    }

    @Test
    void a_process_whose_time_runs_out_is_killed_on_the_host() {
        Outcome outcome = host.run(
                Command.as("root", "sh", "-c", "echo started; sleep 4711").within(Duration.ofMillis(300)));
        assertThat(outcome.ending()).isEqualTo(Ending.TIMED_OUT);
        assertThat(outcome.out()).isEqualTo("started\n");
        assertThat(host.run(Command.as("root", "sh", "-c", "grep -ls 4711 /proc/[0-9]*/cmdline | grep -v self"))
                        .out())
                .doesNotContain("sleep");
    }

    @Test
    void a_process_that_ignores_the_end_of_its_time_is_killed_and_its_time_ran_out() {
        Outcome outcome = host.run(
                Command.as("root", "sh", "-c", "sh -c \"trap '' TERM; echo on; while :; do sleep 0.123; done\"; wait")
                        .within(Duration.ofMillis(500)));
        assertThat(outcome.ending()).isEqualTo(Ending.TIMED_OUT);
        assertThat(outcome.out()).isEqualTo("on\n");
        assertThat(host.run(Command.as("root", "bash", "-c", """
                missed=0
                for look in {1..100}; do
                    if grep -lsaP '^sleep\\x000.123' /proc/[0-9]*/cmdline >/dev/null; then missed=0; else missed=$((missed + 1)); fi
                    [ $missed -lt 5 ] || { echo gone; exit; }
                    sleep 0.05
                done
                echo there
                """)).out()).isEqualTo("gone\n");
    }

    @Test
    void an_exit_code_that_looks_like_a_timeout_is_none() {
        Outcome outcome = host.run(Command.as("root", "sh", "-c", "exit 124"));
        assertThat(outcome).isEqualTo(new Outcome(Ending.ENDED, 124, "", ""));
    }

    @Test
    void a_program_that_is_not_there_never_ended() {
        Outcome outcome = host.run(Command.as("root", "no-such-program"));
        assertThat(outcome.ending()).isEqualTo(Ending.CUT);
        assertThat(outcome.err()).contains("no-such-program");
    }

    @Test
    void user_and_environment_are_as_asked() {
        Outcome outcome = host.run(new Command(
                "nobody",
                java.util.List.of("sh", "-c", "id -un; echo $A"),
                Map.of("A", "b c"),
                "",
                Duration.ofSeconds(5)));
        assertThat(outcome.out()).isEqualTo("nobody\nb c\n");
    }

    @Test
    void a_child_that_holds_the_output_open_does_not_hold_us() {
        Command command =
                Command.as("root", "sh", "-c", "setsid sleep 60 & echo gone").within(Duration.ofMillis(200));
        Duration before = container.ticker.elapsed();
        assertThat(host.run(command).out()).isEqualTo("gone\n");
        assertThat(container.ticker.elapsed().minus(before)).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void a_machine_that_dies_under_a_command_is_never_a_success() throws Exception {
        try (BareContainer doomed = new BareContainer()) {
            CompletableFuture<Outcome> outcome =
                    CompletableFuture.supplyAsync(() -> doomed.host().run(Command.as("root", "sleep", "20")));
            org.awaitility.Awaitility.await()
                    .until(() -> doomed.host()
                            .run(Command.as("root", "sh", "-c", "grep -lsz '^20$' /proc/[0-9]*/cmdline"))
                            .succeeded());
            doomed.kill();
            assertThat(outcome.get().succeeded()).isFalse();
            assertThat(doomed.host().run(Command.as("root", "true")).ending()).isEqualTo(Ending.CUT);
        }
    }
}
