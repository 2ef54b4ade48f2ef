package dev.blackstart.verdict;

import static dev.blackstart.verdict.Rulings.assertInconclusive;
import static dev.blackstart.verdict.Rulings.judge;
import static dev.blackstart.verdict.Rulings.onlyFinding;
import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.finding.Finding;
import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Event;
import dev.blackstart.testing.Journals;
import java.util.List;
import org.junit.jupiter.api.Test;

class ARunThatWasCutShortTest {
    @Test
    void a_run_without_an_end_was_killed() {
        assertInconclusive(Journals.passed().leavingOut(Event.RunEnded.class), "run-killed");
    }

    @Test
    void a_run_that_was_killed_in_a_step_names_it() {
        Journals journal = Journals.passed();
        int inStep = 0;
        while (!(journal.entries().get(inStep).event() instanceof Event.StepStarted started && started.number() == 3)) {
            inStep++;
        }

        Finding finding = onlyFinding(journal.upTo(inStep + 1), Verdict.INCONCLUSIVE, "run-killed");

        assertThat(finding.place().fileAndLine()).isEqualTo("environments/snowdrift/runbooks/restore-database.md:34");
    }

    @Test
    void a_run_that_was_killed_in_a_stage_names_it() {
        assertInconclusive(Journals.passed().before(Event.WorkloadStopped.class), "run-killed")
                .isEqualTo("the run was killed after 4.2 s, during stage \"baseline\"");
    }

    @Test
    void a_run_that_was_killed_in_a_control_names_it() {
        Journals journal = Journals.passed();
        int control = 0;
        while (!journal.entries().get(control).attempt().equals(Journals.WITHOUT_BACKUP)) {
            control++;
        }

        assertInconclusive(journal.upTo(control + 2), "run-killed").contains("control \"without a backup\"");
    }

    @Test
    void a_run_that_was_killed_at_once_has_a_judgement_too() {
        Judgement judgement = Judge.judge(List.of());

        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.message()).isEqualTo("the run was killed before it had written anything");
            assertThat(finding.place().fileAndLine()).isEqualTo("journal.jsonl:1");
        });
    }

    @Test
    void a_run_that_ended_without_a_plan_is_inconclusive() {
        assertInconclusive(Journals.passed().leavingOut(Event.RunStarted.class), "no-plan");
        assertThat(Judge.ofMain(List.of())).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void a_run_that_somebody_ended_says_who_and_when() {
        Journals journal = Journals.passed().adding(new Event.Interrupted("SIGTERM"));

        assertInconclusive(journal, "interrupted").startsWith("SIGTERM ended the run after ");
        assertInconclusive(journal.leavingOut(Event.RunEnded.class), "interrupted");
    }

    @Test
    void a_failure_that_was_seen_before_the_kill_stays_a_failure() {
        Journals journal =
                Journals.passed().endingStep(3, Event.StepOutcome.FAILED, "no").leavingOut(Event.RunEnded.class);

        assertThat(judge(journal).verdict()).isEqualTo(Verdict.FAILED);
    }
}
