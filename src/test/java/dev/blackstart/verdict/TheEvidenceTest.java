package dev.blackstart.verdict;

import static dev.blackstart.verdict.Rulings.assertInconclusive;
import static dev.blackstart.verdict.Rulings.onlyFinding;
import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.finding.Finding;
import dev.blackstart.finding.Place;
import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.UntoldCode;
import dev.blackstart.testing.Journals;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TheEvidenceTest {
    @ParameterizedTest
    @CsvSource({
        "IsolationProved, isolation-unproved",
        "SteadyStateHeld, baseline-not-met",
        "Struck, never-struck",
        "ProbesMeasured, probes-unmeasured",
        "Verified, unverified",
        "CheckEnded, check-left-out",
        "CleanedUp, clean-up-unproved",
        "WorkloadReadBack, workload-not-read-back",
        "WorkloadStopped, recovery-point-unmeasured",
    })
    void a_missing_link_makes_a_drill_inconclusive_and_is_named(String link, String code) throws Exception {
        Class<? extends Event> kind =
                Class.forName(Event.class.getName() + "$" + link).asSubclass(Event.class);

        assertInconclusive(Journals.passed().leavingOut(kind), code);
    }

    @Test
    void only_the_first_missing_link_is_named() {
        assertInconclusive(
                Journals.passed()
                        .leavingOut(Event.IsolationProved.class)
                        .leavingOut(Event.SteadyStateHeld.class)
                        .leavingOut(Event.Verified.class)
                        .leavingOut(Event.CleanedUp.class),
                "isolation-unproved");
    }

    @Test
    void an_isolation_that_looked_at_nothing_is_none() {
        assertInconclusive(
                Journals.passed().changing(Event.IsolationProved.class, proved -> new Event.IsolationProved(List.of())),
                "isolation-unproved");
    }

    @Test
    void a_steady_state_without_a_probe_is_none() {
        assertInconclusive(
                Journals.passed().changing(Event.SteadyStateHeld.class, held -> new Event.SteadyStateHeld(List.of())),
                "baseline-not-met");
    }

    @Test
    void a_recovery_without_a_step_is_none() {
        assertInconclusive(
                Journals.passed().leavingOut(Event.StepStarted.class).leavingOut(Event.StepEnded.class), "no-step-ran");
    }

    @Test
    void a_verification_that_compared_nothing_says_nothing() {
        assertInconclusive(
                Journals.passed().changing(Event.Verified.class, verified -> new Event.Verified(0)),
                "nothing-compared");
    }

    @Test
    void a_step_that_was_cut_makes_a_drill_inconclusive_at_its_line() {
        Finding finding = onlyFinding(
                Journals.passed().endingStep(3, Event.StepOutcome.CUT, "the engine closed the stream"),
                Verdict.INCONCLUSIVE,
                "step-cut");

        assertThat(finding.place().fileAndLine()).isEqualTo("environments/snowdrift/runbooks/restore-database.md:34");
        assertThat(finding.message()).contains("the engine closed the stream");
    }

    @Test
    void a_step_that_never_said_that_it_ended_makes_a_drill_inconclusive() {
        Journals journal = Journals.passed()
                .keeping(entry -> !(entry.attempt().equals("main")
                        && entry.event() instanceof Event.StepEnded ended
                        && ended.number() == 4));

        assertInconclusive(journal, "step-cut").contains("step 4").contains("never said how it ended");
    }

    @Test
    void something_untold_makes_a_drill_inconclusive_with_its_own_words() {
        Place place = new Place(Path.of("a.md"), 7, 1);
        Event untold =
                new Event.Untold(UntoldCode.ENGINE, "the engine does not answer any more", place, "start it again");

        Finding finding = onlyFinding(
                Journals.passed().adding(untold).leavingOut(Event.Verified.class), Verdict.INCONCLUSIVE, "engine");

        assertThat(finding)
                .isEqualTo(
                        new Finding(UntoldCode.ENGINE, place, "the engine does not answer any more", "start it again"));
    }

    @Test
    void what_an_engine_still_holds_makes_a_drill_inconclusive() {
        assertInconclusive(
                        Journals.passed()
                                .changing(Event.CleanedUp.class, cleaned -> new Event.CleanedUp(0, 0, 1, false)),
                        "left-behind")
                .contains("1 volume");
        assertInconclusive(
                Journals.passed()
                        .changing(
                                Journals.WITHOUT_BACKUP,
                                Event.CleanedUp.class,
                                cleaned -> new Event.CleanedUp(2, 1, 0, false)),
                "left-behind");
    }

    @Test
    void a_check_that_could_not_be_carried_out_makes_a_drill_inconclusive() {
        Event check = new Event.CheckEnded(
                "count", Event.CheckOutcome.ERROR, "relation does not exist", new Place(Path.of("d.yaml"), 9, 5));

        Finding finding = onlyFinding(Journals.passed().adding(check), Verdict.INCONCLUSIVE, "check-error");

        assertThat(finding.place().fileAndLine()).isEqualTo("d.yaml:9");
        assertThat(finding.message()).contains("relation does not exist");
    }

    @Test
    void a_disaster_that_no_probe_noticed_makes_a_drill_inconclusive() {
        assertInconclusive(
                Journals.passed()
                        .leavingOut(Event.ProbeTurned.class)
                        .changing(
                                Event.ProbesMeasured.class,
                                measured ->
                                        new Event.ProbesMeasured(measured.restoredAt(), false, Duration.ofMillis(18))),
                "disaster-unnoticed");
    }
}
