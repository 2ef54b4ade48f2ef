package dev.blackstart.verdict;

import static dev.blackstart.verdict.Rulings.assertInconclusive;
import static dev.blackstart.verdict.Rulings.judge;
import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.control.Proof;
import dev.blackstart.finding.Place;
import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.Event.StepOutcome;
import dev.blackstart.testing.Journals;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Controls that share a replica: one step, without something and then with it. */
class TheTrialsTest {
    private static final String SECRET = "database-password";
    private static final String WITHOUT = Journals.without(SECRET);
    private static final Place STEP = new Place(Path.of("restore.md"), 61, 1);

    @Test
    void a_step_that_fails_without_it_and_succeeds_with_it_is_proof() {
        Journals journal = instead(StepOutcome.FAILED, Optional.of(StepOutcome.DONE));

        assertThat(judge(journal).verdict()).isEqualTo(Verdict.PASSED);
        ControlResult result = control(journal);
        assertThat(result.asExpected()).isTrue();
        assertThat(result.ruled().explanation()).contains("the same step succeeded once it was given back");
        assertThat(result.ruled().where()).isEqualTo(STEP);
        assertThat(proof(journal)).isEqualTo(Proof.NEEDED);
    }

    @Test
    void a_step_that_fails_with_it_too_is_none() {
        assertInconclusive(instead(StepOutcome.FAILED, Optional.of(StepOutcome.FAILED)), "control-left-out")
                .contains(WITHOUT);
        assertInconclusive(instead(StepOutcome.FAILED, Optional.empty()), "control-left-out");
    }

    @Test
    void a_step_whose_time_ran_out_is_none() {
        assertInconclusive(instead(StepOutcome.TIMED_OUT, Optional.of(StepOutcome.DONE)), "control-left-out");
    }

    @Test
    void a_step_that_does_not_miss_it_leaves_that_to_the_rest_of_the_attempt() {
        Journals through = Journals.passed();
        Journals goneOn = shared(through.adding(WITHOUT, trial(StepOutcome.DONE, Optional.empty())));

        assertThat(control(goneOn).verdict()).isEqualTo(Verdict.FAILED);
        assertThat(judge(goneOn).verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void what_two_were_missing_from_tells_of_neither_where_it_failed() {
        Journals one = shared(Journals.passed().adding(WITHOUT, trial(StepOutcome.DONE, Optional.empty())));
        Journals two = one.adding(WITHOUT, trial("hosting-login", 5, StepOutcome.DONE, Optional.empty()));

        assertThat(control(one).verdict()).isEqualTo(Verdict.FAILED);
        assertInconclusive(two, "control-left-out").contains(WITHOUT);
    }

    @Test
    void nor_does_a_failure_after_steps_that_were_carried_out_a_second_time() {
        Journals again = shared(Journals.passed()
                .adding(WITHOUT, trial("hosting-login", 3, StepOutcome.FAILED, Optional.of(StepOutcome.DONE)))
                .adding(WITHOUT, trial(StepOutcome.DONE, Optional.empty())));

        assertInconclusive(again, "control-left-out").contains(WITHOUT);
    }

    @Test
    void what_was_given_back_after_all_is_told_by_that_and_not_by_the_rest() {
        Journals late = shared(Journals.passed()
                .adding(WITHOUT, trial(StepOutcome.DONE, Optional.empty()))
                .adding(WITHOUT, trial(SECRET, 3, StepOutcome.FAILED, Optional.of(StepOutcome.DONE))));

        assertThat(control(late).ruled().explanation())
                .endsWith("given back, and step 3 and what follows it carried out again, it succeeded");
    }

    @Test
    void a_secret_is_needed_only_where_another_value_does_not_serve() {
        Journals journal = TheControlsTest.passing(Journals.passed(), Journals.withAnother(SECRET));

        assertThat(proof(journal)).isEqualTo(Proof.REPLACEABLE);
        assertThat(judge(journal).verdict()).isEqualTo(Verdict.PASSED);
        assertThat(judge(journal).findings())
                .extracting(finding -> finding.code().word())
                .contains("secret-replaceable");
    }

    @Test
    void a_secret_that_nobody_misses_is_opened_in_vain_whatever_its_value() {
        Journals journal = TheControlsTest.passing(
                TheControlsTest.passing(Journals.passed(), Journals.withAnother(SECRET)), WITHOUT);

        assertThat(proof(journal)).isEqualTo(Proof.IN_VAIN);
    }

    /** The control, tried in a shared replica and nowhere else. */
    private static Journals instead(StepOutcome without, Optional<StepOutcome> then) {
        return shared(Journals.passed()
                .leavingOut(WITHOUT, Event.StepStarted.class)
                .leavingOut(WITHOUT, Event.StepEnded.class)
                .adding(WITHOUT, trial(without, then)));
    }

    private static Journals shared(Journals journal) {
        return journal.changing(
                WITHOUT,
                Event.AttemptStarted.class,
                started -> new Event.AttemptStarted(
                        Optional.of(Event.AttemptStarted.STEP_BY_STEP), Optional.empty(), Optional.empty()));
    }

    private static Event trial(StepOutcome without, Optional<StepOutcome> then) {
        return trial(SECRET, 5, without, then);
    }

    private static Event trial(String secret, int from, StepOutcome without, Optional<StepOutcome> then) {
        return new Event.TrialEnded(
                "secret-withheld",
                Optional.of(secret),
                new Event.StepEnded(5, "Let it in", STEP, without, 1, "exit code 1", "", List.of(), Optional.empty()),
                from,
                then);
    }

    private static ControlResult control(Journals journal) {
        return judge(journal).controls().stream()
                .filter(result -> result.control().name().equals(WITHOUT))
                .findFirst()
                .orElseThrow();
    }

    private static Proof proof(Journals journal) {
        return judge(journal).secrets().stream()
                .filter(secret -> secret.name().equals(SECRET))
                .map(SecretResult::proof)
                .findFirst()
                .orElseThrow();
    }
}
