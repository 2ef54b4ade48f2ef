package dev.blackstart.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.journal.Event.StepOutcome;
import dev.blackstart.machine.Outcome;
import dev.blackstart.machine.Outcome.Ending;
import org.junit.jupiter.api.Test;

class TypedTest {
    @Test
    void a_step_that_ended_and_said_so_is_done() {
        Typed typed = typed(Ending.ENDED, 0, "restored\n", "note\nmark 0\n");

        assertThat(typed.outcome()).isEqualTo(StepOutcome.DONE);
        assertThat(typed.said()).isEqualTo("restored\n\nnote");
    }

    @Test
    void an_exit_code_of_zero_without_the_mark_is_no_success() {
        assertThat(typed(Ending.ENDED, 0, "restored\n", "").outcome()).isEqualTo(StepOutcome.CUT);
    }

    @Test
    void the_code_that_the_step_said_decides_over_that_of_the_stream() {
        Typed typed = typed(Ending.ENDED, 0, "", "no such role\n\nmark 3\n");

        assertThat(typed.outcome()).isEqualTo(StepOutcome.FAILED);
        assertThat(typed.exitCode()).isEqualTo(3);
        assertThat(typed.cause()).isEqualTo("no such role");
    }

    @Test
    void a_mark_of_success_is_none_where_the_engine_says_otherwise() {
        Typed typed = typed(Ending.ENDED, 137, "", "forged\n\nmark 0\nKilled\n");

        assertThat(typed.outcome()).isEqualTo(StepOutcome.FAILED);
        assertThat(typed.exitCode()).isEqualTo(137);
    }

    @Test
    void a_line_without_an_end_is_shown_in_part() {
        Typed typed = typed(Ending.ENDED, 1, "restoring\n", "A".repeat(200_000) + "\nmark 1\n");

        assertThat(typed.excerpt(40)).startsWith("restoring\n").hasSizeLessThan(2_000);
        assertThat(typed.cause()).hasSizeLessThan(500).contains("characters are left out here");
    }

    @Test
    void a_step_whose_time_ran_out_is_no_failure_of_its_own_words() {
        assertThat(typed(Ending.TIMED_OUT, 0, "", "\nmark 0\n").outcome()).isEqualTo(StepOutcome.TIMED_OUT);
    }

    @Test
    void a_stream_that_was_cut_tells_nothing_even_if_it_looks_whole() {
        assertThat(typed(Ending.CUT, 0, "RECOVERED\n", "\nmark 0\n").outcome()).isEqualTo(StepOutcome.CUT);
    }

    @Test
    void only_the_end_of_a_long_output_is_shown() {
        Typed typed = typed(Ending.ENDED, 1, "one\ntwo\nthree\n", "\nmark 1\n");

        assertThat(typed.excerpt(2)).isEqualTo("two\nthree");
    }

    private static Typed typed(Ending ending, int code, String out, String err) {
        return Typed.of(new Outcome(ending, code, out, err), "mark");
    }
}
