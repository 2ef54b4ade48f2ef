package dev.blackstart.verdict;

import static dev.blackstart.verdict.Rulings.assertFailed;
import static dev.blackstart.verdict.Rulings.assertInconclusive;
import static dev.blackstart.verdict.Rulings.judge;
import static dev.blackstart.verdict.Rulings.onlyFinding;
import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.finding.Finding;
import dev.blackstart.finding.Place;
import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Event;
import dev.blackstart.testing.Journals;
import dev.blackstart.testing.Plans;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TheObjectivesTest {
    private final Duration actual =
            judge(Journals.passed()).actuals().recoveryTime().orElseThrow();

    @Test
    void a_recovery_that_took_longer_than_promised_fails_the_drill() {
        Journals journal =
                Journals.passed(Plans.Options.USUAL.objectives(actual.minusMillis(1), Duration.ofMinutes(1)));

        Finding finding = onlyFinding(journal, Verdict.FAILED, "recovery-time-missed");

        assertThat(finding.place().fileAndLine()).isEqualTo("drills/lost-database-server.drill.yaml:4");
        assertThat(finding.message()).contains("1 ms longer");
        assertThat(judge(journal).actuals().recoveryTime()).contains(actual);
    }

    @Test
    void a_recovery_that_took_exactly_as_long_as_promised_passes() {
        Judgement judgement = judge(Journals.passed(Plans.Options.USUAL.objectives(actual, Duration.ofMillis(412))));

        assertThat(judgement.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(judgement.actuals().recoveryPoint()).contains(Duration.ofMillis(412));
    }

    @Test
    void the_recovery_time_ends_when_the_service_is_back_and_not_when_we_have_looked() {
        Actuals actuals = judge(Journals.passed()).actuals();

        assertThat(actual).isLessThan(actuals.verified().orElseThrow());
        assertThat(actuals.pageDone().orElseThrow())
                .isLessThan(actuals.verified().orElseThrow());
        assertThat(actual).isGreaterThanOrEqualTo(actuals.serviceRestored().orElseThrow());
    }

    @Test
    void a_service_is_back_when_it_takes_a_write() {
        assertInconclusive(Journals.passed().leavingOut(Event.WriteTaken.class), "recovery-time-unknown");
        Judgement later = judge(Journals.passed()
                .leavingOut(Event.WriteTaken.class)
                .adding(new Event.WroteAgain(true, "", Place.start(Path.of("d.yaml")))));

        assertThat(later.actuals().recoveryTime().orElseThrow()).isGreaterThan(actual);
    }

    @Test
    void damage_that_takes_nothing_down_is_mended_when_the_page_is_done() {
        Actuals actuals = judge(Journals.passed(Plans.Options.CORRUPTED)
                        .leavingOut(Event.ProbeTurned.class)
                        .leavingOut(Event.WriteTaken.class))
                .actuals();

        assertThat(actuals.recoveryTime()).isPresent().isEqualTo(actuals.pageDone());
    }

    @Test
    void a_page_that_took_longer_than_promised_fails_the_drill() {
        Duration took = judge(Journals.passed()).actuals().pageDone().orElseThrow();

        assertFailed(Journals.passed(Plans.Options.USUAL.pageDone(took.minusMillis(1))), "page-done-missed")
                .contains("1 ms longer");
        assertThat(judge(Journals.passed(Plans.Options.USUAL.pageDone(took))).verdict())
                .isEqualTo(Verdict.PASSED);
    }

    @Test
    void more_lost_than_promised_fails_the_drill() {
        assertFailed(
                        Journals.passed(Plans.Options.USUAL.objectives(Duration.ofMinutes(5), Duration.ofMillis(411))),
                        "recovery-point-missed")
                .isEqualTo("8 of 158 acknowledged writes are lost, the oldest made 412 ms before the disaster;"
                        + " the objective is 411 ms");
    }

    @Test
    void where_no_write_survived_nobody_knows_how_much_was_lost() {
        assertInconclusive(readBack(0, 158, 0, Duration.ofSeconds(8), true), "recovery-point-unknown")
                .contains("at least 8 s");
    }

    @Test
    void where_no_write_survived_and_that_is_too_much_already_the_drill_fails() {
        assertFailed(readBack(0, 158, 0, Duration.ofSeconds(61), true), "recovery-point-missed")
                .contains("at least 1 min 1 s before");
    }

    @Test
    void writes_of_which_nobody_can_say_whether_they_survived_make_a_drill_inconclusive() {
        Journals journal = readBack(150, 5, 3, Duration.ofMillis(300), false);

        assertInconclusive(journal, "workload-untold").contains("whether 3 are");
        assertThat(judge(journal).actuals().recoveryPointAtLeast()).isTrue();
    }

    @Test
    void where_nothing_is_known_of_any_write_no_recovery_point_is_made_of_it() {
        Journals journal = readBack(0, 0, 158, Duration.ZERO, true);

        assertInconclusive(journal, "workload-untold").contains("any of the 158 acknowledged writes");
        assertThat(judge(journal).actuals().recoveryPoint()).isEmpty();
    }

    @Test
    void writes_that_were_not_counted_make_a_drill_inconclusive() {
        assertInconclusive(readBack(100, 8, 0, Duration.ofMillis(300), false), "workload-untold")
                .contains("whether 50 are");
    }

    @Test
    void a_workload_that_was_never_acknowledged_makes_a_drill_inconclusive() {
        Journals journal = Journals.passed()
                .changing(
                        Event.WorkloadStopped.class,
                        stopped -> new Event.WorkloadStopped(
                                "t",
                                160,
                                0,
                                160,
                                "refused: 404",
                                Optional.of(160),
                                Duration.ofSeconds(8),
                                new Place(Path.of("d.yaml"), 12, 3)));

        assertInconclusive(journal, "workload-unacknowledged")
                .contains("none of the workload's 160 writes", "refused: 404");
        assertThat(judge(journal).findings().get(0).place().fileAndLine()).isEqualTo("d.yaml:12");
        assertThat(judge(journal).actuals().recoveryPoint()).isEmpty();
    }

    @Test
    void the_writes_stand_in_the_judgement() {
        Workload workload = judge(Journals.passed()).workload().orElseThrow();

        assertThat(workload)
                .isEqualTo(new Workload(
                        160,
                        158,
                        2,
                        "refused: 503",
                        Optional.of(150),
                        Optional.of(8),
                        Optional.of(0),
                        true,
                        Duration.ofSeconds(8),
                        Optional.empty()));
    }

    @Test
    void a_drill_that_failed_before_verification_is_not_blamed_for_its_workload() {
        assertFailed(Journals.passed().endingStep(2, Event.StepOutcome.FAILED, "no"), "step-failed");
    }

    private static Journals readBack(int found, int lost, int untold, Duration point, boolean atLeast) {
        return Journals.passed()
                .changing(
                        Event.WorkloadReadBack.class,
                        whatever -> new Event.WorkloadReadBack(found, lost, untold, point, atLeast));
    }
}
