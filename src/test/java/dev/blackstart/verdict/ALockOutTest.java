package dev.blackstart.verdict;

import static dev.blackstart.verdict.Rulings.assertFailed;
import static dev.blackstart.verdict.Rulings.assertInconclusive;
import static dev.blackstart.verdict.Rulings.judge;
import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.control.Proof;
import dev.blackstart.finding.Place;
import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Entry;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.UntoldCode;
import dev.blackstart.testing.Journals;
import dev.blackstart.testing.Plans;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ALockOutTest {
    @Test
    void a_recovery_that_went_through_all_the_same_fails_the_drill() {
        Journals journal = Journals.passed(Plans.Options.LOCKED_OUT);

        assertThat(judge(journal).verdict()).isEqualTo(Verdict.FAILED);
        assertFailed(onlyMain(journal), "not-locked-out");
        assertFailed(onlyMain(journal).leavingOut(Event.Verified.class), "not-locked-out");
    }

    @Test
    void a_failure_elsewhere_tells_nothing() {
        Journals journal = Journals.passed(Plans.Options.LOCKED_OUT);

        assertInconclusive(onlyMain(journal).endingStep(2, Event.StepOutcome.FAILED, "no disk"), "failed-elsewhere")
                .contains("no disk");
        assertInconclusive(onlyMain(journal).endingStep(2, Event.StepOutcome.TIMED_OUT, "hung"), "failed-elsewhere");
    }

    @Test
    void a_secret_that_no_document_names_is_a_failure_elsewhere() {
        assertInconclusive(
                onlyMain(Journals.passed(Plans.Options.LOCKED_OUT))
                        .endingStep(Entry.MAIN, 1, Event.StepOutcome.FAILED, "no", Optional.of("somebody's key")),
                "failed-elsewhere");
    }

    @Test
    void a_time_out_at_a_secret_is_no_lock() {
        assertInconclusive(
                onlyMain(Journals.passed(Plans.Options.LOCKED_OUT))
                        .endingStep(Entry.MAIN, 1, Event.StepOutcome.TIMED_OUT, "no", Optional.of("primary-account")),
                "failed-elsewhere");
    }

    @Test
    void a_step_that_was_cut_is_no_lock() {
        assertInconclusive(
                onlyMain(Journals.lockedOut()).endingStep(1, Event.StepOutcome.CUT, "stream closed"), "step-cut");
    }

    @Test
    void where_nothing_failed_and_nothing_ended_the_lock_is_not_proved() {
        assertInconclusive(
                onlyMain(Journals.lockedOut())
                        .leavingOut(Event.StepStarted.class)
                        .leavingOut(Event.StepEnded.class),
                "lock-out-unproved");
    }

    @Test
    void a_lock_out_that_everybody_together_shares_proves_nothing() {
        Journals journal = Journals.lockedOut()
                .endingStep(
                        Journals.EVERYBODY_BACK, 3, Event.StepOutcome.FAILED, "repository is empty", Optional.empty());

        assertInconclusive(journal, "control-failed").contains("repository is empty");
        assertThat(judge(journal).secrets().get(0).proof()).isEqualTo(Proof.UNPROVEN);
    }

    @Test
    void it_owes_the_controls_with_everybody_back_and_no_other() {
        assertInconclusive(Journals.lockedOut().leavingOutAttempt(Journals.EVERYBODY_BACK), "control-left-out")
                .contains("everybody back");
        assertInconclusive(Journals.lockedOut().leavingOutAttempt(Journals.SHUT_TO_ANOTHER), "control-left-out")
                .contains("with another primary-account");
    }

    @Test
    void a_door_that_opens_to_any_value_locks_nobody_out() {
        Journals journal =
                TheControlsTest.doing(Journals.lockedOut(), Journals.SHUT_TO_ANOTHER, Journals.EVERYBODY_BACK);

        assertInconclusive(journal, "control-passed").contains("whoever is left could make one up");
        assertThat(judge(journal).secrets().get(0).proof()).isEqualTo(Proof.REPLACEABLE);
    }

    @Test
    void it_needs_the_same_evidence_before_the_strike_as_any_drill() {
        assertInconclusive(Journals.lockedOut().leavingOut(Event.IsolationProved.class), "isolation-unproved");
        assertInconclusive(Journals.lockedOut().leavingOut(Event.SteadyStateHeld.class), "baseline-not-met");
        assertInconclusive(Journals.lockedOut().leavingOut(Event.Struck.class), "never-struck");
        assertInconclusive(Journals.lockedOut().leavingOut(Event.ProbeTurned.class), "disaster-unnoticed");
        assertInconclusive(Journals.lockedOut().leavingOut(Event.CleanedUp.class), "clean-up-unproved");
    }

    @Test
    void something_untold_is_no_lock() {
        Event untold = new Event.Untold(UntoldCode.ENGINE, "gone", Place.start(Path.of("d.yaml")), "start it");

        assertInconclusive(Journals.lockedOut().adding(untold), "engine");
    }

    private static Journals onlyMain(Journals journal) {
        return journal.keeping(entry -> entry.attempt().equals(Entry.MAIN));
    }
}
