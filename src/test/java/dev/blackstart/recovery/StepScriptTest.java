package dev.blackstart.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.journal.Event.StepOutcome;
import dev.blackstart.machine.Command;
import dev.blackstart.machine.Desk;
import dev.blackstart.machine.Scripts;
import dev.blackstart.testing.LocalHost;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a step's text comes to in the shells that really run it. */
class StepScriptTest {
    private LocalHost host;

    @BeforeEach
    void make() throws Exception {
        host = LocalHost.make();
        Files.createDirectories(host.file(".steps"));
    }

    @AfterEach
    void close() throws Exception {
        host.close();
    }

    @Test
    void a_step_that_ends_well_has_ended_well() {
        assertThat(type("step.sh", "true", Map.of()).outcome()).isEqualTo(StepOutcome.DONE);
        assertThat(type("step.sh", "exit 3", Map.of()).exitCode()).isEqualTo(3);
    }

    @Test
    void a_step_that_says_its_own_mark_and_kills_who_would_say_it_has_failed() {
        Typed typed = type("step.sh", "printf '\\nmark 0\\n' >&2; kill -9 $PPID; exit 1", Map.of());

        assertThat(typed.outcome()).isEqualTo(StepOutcome.FAILED);
        assertThat(typed.exitCode()).isEqualTo(137);
    }

    @Test
    void a_mark_that_comes_from_behind_is_no_success() {
        Typed typed = type("step.sh", "( sleep 0.2; printf '\\nmark 0\\n' >&2 ) & exit 5", Map.of());

        assertThat(typed.outcome()).isEqualTo(StepOutcome.FAILED);
    }

    @Test
    void where_a_step_cannot_be_written_down_none_of_it_has_run() {
        for (String script : List.of("step.sh", "console.sh")) {
            Typed typed = type(script, "true", Map.of("TMPDIR", "/nowhere"));

            assertThat(typed.outcome()).isEqualTo(StepOutcome.FAILED);
            assertThat(typed.said()).contains("the step cannot be written to this machine's disk");
        }
    }

    @Test
    void of_a_pipe_is_said_how_each_part_ended() {
        for (String script : List.of("step.sh", "console.sh")) {
            Typed typed = type(script, "# a remark\n(exit 3) | (exit 0) | (exit 7)\n", Map.of());

            assertThat(typed.exitCode()).isEqualTo(7);
            assertThat(typed.pipe()).isEqualTo(" (of its pipe: 3, 0, 7)");
        }
    }

    @Test
    void what_is_no_pipe_or_may_fail_is_told_of_by_nobody() {
        assertThat(type("step.sh", "false", Map.of()).pipe()).isEmpty();
        assertThat(type("step.sh", "false | true || true; set +e; false | true; exit 4", Map.of())
                        .said())
                .doesNotContain("pipe");
        assertThat(type("step.sh", "no-such-program", Map.of()).cause()).contains("line 1: no-such-program");
    }

    @Test
    void what_a_step_left_running_in_a_session_of_its_own_ends_with_it() {
        for (String script : List.of("step.sh", "console.sh")) {
            String mark = UUID.randomUUID().toString();
            type(mark, script, "setsid sleep 4713 </dev/null >/dev/null 2>&1 & sleep 4713 >/dev/null 2>&1 &", Map.of());

            assertThat(LeftRunning.end(host, mark)).isEqualTo(2);
            Awaitility.await()
                    .untilAsserted(() -> assertThat(LeftRunning.end(host, mark)).isZero());
        }
    }

    private Typed type(String script, String text, Map<String, String> more) {
        return type("mark", script, text, more);
    }

    private Typed type(String mark, String script, String text, Map<String, String> more) {
        Map<String, String> variables = new java.util.HashMap<>(more);
        variables.put("HOME", Desk.HOME);
        List<String> words =
                Scripts.bash(Responder.class, List.of("pipe.sh", script), List.of(mark, "bash -euo pipefail", ""));
        return Typed.of(host.run(new Command(Desk.USER, words, variables, text, Duration.ofMinutes(1))), mark);
    }
}
