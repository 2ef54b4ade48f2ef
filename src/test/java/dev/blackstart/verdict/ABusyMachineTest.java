package dev.blackstart.verdict;

import static dev.blackstart.verdict.Rulings.assertFailed;
import static dev.blackstart.verdict.Rulings.assertInconclusive;
import static dev.blackstart.verdict.Rulings.judge;
import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Event;
import dev.blackstart.testing.Journals;
import dev.blackstart.testing.Plans;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A machine that is too busy to measure says so, and fails nobody's recovery. */
class ABusyMachineTest {
    private static final Event BUSY =
            new Event.LagMeasured(Duration.ofMillis(10), Duration.ofMillis(62), Duration.ofMillis(480), 40);
    private static final Event IDLE =
            new Event.LagMeasured(Duration.ofMillis(10), Duration.ofMillis(6), Duration.ofMillis(90), 40);

    @Test
    void an_objective_that_it_missed_is_inconclusive_with_the_lag_that_was_measured() {
        Journals late = Journals.passed(Plans.Options.USUAL.objectives(Duration.ofMillis(1), Duration.ofMinutes(1)));

        assertInconclusive(late.adding(BUSY), "machine-too-busy")
                .startsWith("the machine was too busy to tell (work of 10 ms came 62 ms late on the average, 480 ms at"
                        + " worst): recovery took ");
        assertFailed(late.adding(IDLE), "recovery-time-missed");
    }

    @Test
    void a_step_that_failed_on_it_is_inconclusive() {
        Journals failed = Journals.passed().adding(BUSY).endingStep(2, Event.StepOutcome.TIMED_OUT, "no answer");

        assertThat(judge(failed).verdict()).isEqualTo(Verdict.FAILED);
        assertInconclusive(failed.adding(BUSY), "machine-too-busy").contains("ran out of time");
    }

    @Test
    void data_that_differ_differ_on_any_machine() {
        Event differed = new Event.DataDiffered("db", "snowdrift", "table pledges", "is missing");

        assertFailed(Journals.passed().adding(BUSY).adding(differed), "data-differs");
    }

    @Test
    void a_drill_that_passes_all_the_same_has_passed() {
        assertThat(judge(Journals.passed().adding(BUSY)).verdict()).isEqualTo(Verdict.PASSED);
    }
}
