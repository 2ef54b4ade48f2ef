package dev.blackstart.verdict;

import static dev.blackstart.verdict.Rulings.assertFailed;
import static dev.blackstart.verdict.Rulings.assertInconclusive;
import static dev.blackstart.verdict.Rulings.judge;
import static dev.blackstart.verdict.Rulings.onlyFinding;
import static dev.blackstart.verdict.Rulings.weighty;
import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.finding.Finding;
import dev.blackstart.finding.Place;
import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Entry;
import dev.blackstart.journal.Event;
import dev.blackstart.testing.Journals;
import dev.blackstart.testing.Plans;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AFailedDrillTest {
    @Test
    void a_step_that_failed_is_named_with_its_reason_and_its_line() {
        Journals journal = Journals.passed().endingStep(3, Event.StepOutcome.FAILED, "repository is empty");

        Finding finding = onlyFinding(journal, Verdict.FAILED, "step-failed");

        assertThat(finding.message())
                .isEqualTo("step 3, \"3. Restore the newest backup\", failed: repository is empty");
        assertThat(finding.place().fileAndLine()).isEqualTo("environments/snowdrift/runbooks/restore-database.md:34");
        assertThat(judge(journal).actuals().recoveryTime()).isEmpty();
    }

    @Test
    void a_step_that_failed_without_a_word_is_named_all_the_same() {
        assertFailed(Journals.passed().endingStep(2, Event.StepOutcome.FAILED, " "), "step-failed")
                .endsWith("failed");
    }

    @Test
    void a_step_that_ran_out_of_time_failed() {
        Journals journal = Journals.passed().endingStep(2, Event.StepOutcome.TIMED_OUT, "5 min were up");

        assertThat(onlyFinding(journal, Verdict.FAILED, "step-timed-out").message())
                .contains("ran out of time: 5 min were up");
        assertThat(onlyFinding(journal, Verdict.FAILED, "step-timed-out").hint())
                .contains("timeout=");
    }

    @Test
    void a_step_that_failed_at_a_secret_names_it_in_the_hint() {
        Journals journal = Journals.passed()
                .endingStep(
                        Entry.MAIN,
                        1,
                        Event.StepOutcome.FAILED,
                        "the provider refused",
                        Optional.of("primary-account"));

        assertThat(onlyFinding(journal, Verdict.FAILED, "step-failed").hint()).contains("who can open primary-account");
    }

    @Test
    void the_phases_end_where_the_recovery_ended() {
        Judgement judgement = judge(Journals.passed().endingStep(3, Event.StepOutcome.FAILED, "no"));

        assertThat(judgement.phases())
                .extracting(Phase::name)
                .containsExactly(
                        "until recovery began", "2. Order a new database server", "3. Restore the newest backup");
    }

    @Test
    void each_difference_in_the_data_is_a_finding() {
        Journals journal = Journals.passed()
                .adding(differed("table public.pledges", "has 100 rows instead of 200000"))
                .adding(differed("role app", "is gone"));

        assertThat(weighty(journal))
                .extracting(Finding::message)
                .containsExactlyInAnyOrder(
                        "data of snowdrift on db differs: table public.pledges has 100 rows instead of 200000",
                        "data of snowdrift on db differs: role app is gone");
        assertThat(judge(journal).verdict()).isEqualTo(Verdict.FAILED);
        assertThat(judge(journal).actuals().recoveryTime()).isEmpty();
    }

    @Test
    void of_many_differences_twenty_are_shown_and_the_rest_counted() {
        Journals journal = Journals.passed();
        for (int i = 0; i < 25; i++) {
            journal = journal.adding(differed("table t" + i, "is gone"));
        }

        assertThat(weighty(journal)).hasSize(21);
        assertThat(weighty(journal)).extracting(Finding::message).contains("and 5 more differences");
    }

    @Test
    void twenty_differences_are_all_shown() {
        Journals journal = Journals.passed();
        for (int i = 0; i < 20; i++) {
            journal = journal.adding(differed("table t" + i, "is gone"));
        }

        assertThat(weighty(journal)).hasSize(20);
    }

    @Test
    void a_check_that_failed_fails_the_drill_at_its_line() {
        Event check = new Event.CheckEnded(
                "no orphans", Event.CheckOutcome.FAILED, "3 instead of 0", new Place(Path.of("d.yaml"), 9, 5));

        Finding finding = onlyFinding(Journals.passed().adding(check), Verdict.FAILED, "check-failed");

        assertThat(finding.place().fileAndLine()).isEqualTo("d.yaml:9");
        assertThat(finding.message()).isEqualTo("check \"no orphans\" failed: 3 instead of 0");
    }

    @Test
    void a_service_that_does_not_work_again_fails_the_drill_and_its_probe_is_named() {
        Journals journal = Journals.passed()
                .changing(
                        Event.ProbesMeasured.class,
                        measured -> new Event.ProbesMeasured(Optional.empty(), true, Duration.ofMillis(18)))
                .adding(new Event.ProbeTurned("the website lists its projects", false, "502"));

        assertFailed(journal, "steady-state-not-restored").contains("\"the website lists its projects\": 502");
        assertThat(judge(journal).findings().get(0).place().fileAndLine())
                .isEqualTo("environments/snowdrift/runbooks/restore-database.md:1");
    }

    @Test
    void what_a_probe_was_answered_last_counts_and_not_what_it_was_answered_when_it_went_down() {
        Journals journal = Journals.passed()
                .changing(
                        Event.ProbesMeasured.class,
                        measured -> new Event.ProbesMeasured(
                                Optional.empty(),
                                true,
                                Duration.ofMillis(18),
                                Optional.of("\"the website lists its projects\": 503 instead of 200")))
                .adding(new Event.ProbeTurned("the website lists its projects", false, "no answer within 1000 ms"));

        assertFailed(journal, "steady-state-not-restored")
                .endsWith(": \"the website lists its projects\": 503 instead of 200");
    }

    @Test
    void a_service_that_never_came_back_is_not_said_to_refuse_writes_as_well() {
        Journals journal = Journals.passed()
                .changing(
                        Event.ProbesMeasured.class,
                        measured -> new Event.ProbesMeasured(Optional.empty(), true, Duration.ofMillis(18)))
                .adding(new Event.WroteAgain(false, "refused: 503", Place.start(Path.of("d.yaml"))));

        onlyFinding(journal, Verdict.FAILED, "steady-state-not-restored");
    }

    @Test
    void that_the_service_does_not_work_comes_before_the_many_differences_that_follow_from_it() {
        Journals journal = Journals.passed()
                .adding(differed("table public.pledges", "is missing"))
                .changing(
                        Event.ProbesMeasured.class,
                        measured -> new Event.ProbesMeasured(Optional.empty(), true, Duration.ofMillis(18)));

        assertThat(weighty(journal))
                .extracting(finding -> finding.code().word())
                .containsExactly("steady-state-not-restored", "data-differs");
    }

    @Test
    void a_service_that_does_not_work_after_a_failed_step_is_no_finding_of_its_own() {
        Journals journal = Journals.passed()
                .endingStep(5, Event.StepOutcome.FAILED, "no")
                .adding(new Event.ProbesMeasured(Optional.empty(), true, Duration.ofMillis(18)));

        onlyFinding(journal, Verdict.FAILED, "step-failed");
    }

    @Test
    void a_corruption_that_no_detector_named_fails_the_drill() {
        Journals journal = Journals.passed(Plans.Options.CORRUPTED)
                .changing(
                        Event.Detected.class,
                        detected -> new Event.Detected(
                                "pg_amcheck",
                                false,
                                "exit 127",
                                Optional.empty(),
                                new Place(Path.of("d.yaml"), 30, 5)));

        Finding finding = onlyFinding(journal, Verdict.FAILED, "not-detected");

        assertThat(finding.place().fileAndLine()).isEqualTo("d.yaml:30");
        assertThat(finding.message()).startsWith("nobody noticed the damage: ").contains("exit 127");
    }

    @Test
    void a_detector_that_saw_nothing_is_no_failure_where_another_one_did() {
        Place place = new Place(Path.of("d.yaml"), 34, 5);
        Journals journal = Journals.passed(Plans.Options.CORRUPTED)
                .adding(new Event.Detected("invariant", false, "0", Optional.empty(), place));

        assertThat(judge(journal).verdict()).isEqualTo(Verdict.PASSED);
        assertThat(judge(journal).findings())
                .filteredOn(finding -> finding.code() == VerdictCode.DETECTOR_BLIND)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.place()).isEqualTo(place);
                    assertThat(finding.message()).contains("\"invariant\" did not see it");
                });
    }

    @Test
    void a_corruption_that_no_detector_was_asked_about_is_inconclusive() {
        assertInconclusive(
                Journals.passed(Plans.Options.CORRUPTED).leavingOut(Event.Detected.class), "detection-left-out");
    }

    @Test
    void a_corruption_that_was_named_has_its_phase_and_its_time_to_detect() {
        Judgement judgement = judge(Journals.passed(Plans.Options.CORRUPTED));

        assertThat(judgement.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(judgement.phases().get(0).name()).isEqualTo("detection");
        assertThat(judgement.actuals().timeToDetect())
                .contains(judgement.phases().get(0).duration());
    }

    private static Event differed(String object, String difference) {
        return new Event.DataDiffered("db", "snowdrift", object, difference);
    }
}
