package dev.blackstart.verdict;

import static dev.blackstart.verdict.Rulings.assertFailed;
import static dev.blackstart.verdict.Rulings.assertInconclusive;
import static dev.blackstart.verdict.Rulings.judge;
import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.finding.Place;
import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Event;
import dev.blackstart.testing.Journals;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WhatWasErasedTest {
    private static final Place PLACE = new Place(Path.of("d.yaml"), 12, 3);

    @Test
    void a_drill_whose_erased_writes_stay_away_passes_with_an_erasure_point_of_zero() {
        Judgement judgement = judge(readBack(14, 0, 0, Duration.ZERO));

        assertThat(judgement.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(judgement.actuals().erasurePoint()).contains(Duration.ZERO);
        assertThat(judgement.actuals().erasurePointAtLeast()).isFalse();
        assertThat(judgement.workload().flatMap(Workload::erasures))
                .contains(new Erasures(16, 15, 14, "refused: 503", Optional.of(14), Optional.of(0), Optional.of(0)));
    }

    @Test
    void where_nothing_is_erased_there_is_no_erasure_point() {
        assertThat(judge(Journals.passed()).actuals().erasurePoint()).isEmpty();
        assertThat(judge(Journals.passed()).workload().flatMap(Workload::erasures))
                .isEmpty();
    }

    @Test
    void one_erased_write_that_came_back_fails_the_drill() {
        Journals journal =
                readBack(13, 1, 0, Duration.ofMillis(380)).adding(new Event.EdgeErasure("bs1a2b3c4d-000150"));

        assertFailed(journal, "erased-came-back")
                .isEqualTo("1 of 14 erased writes came back, such as bs1a2b3c4d-000150; the oldest was erased 380 ms"
                        + " before the disaster");
        assertThat(judge(journal).actuals().erasurePoint()).contains(Duration.ofMillis(380));
        assertThat(judge(journal).findings().get(0).place()).isEqualTo(PLACE);
    }

    @Test
    void where_all_came_back_they_may_have_come_from_further_back() {
        assertFailed(
                        erasing().adding(new Event.ErasuresReadBack(0, 14, 0, 14, Duration.ofSeconds(5), true)),
                        "erased-came-back")
                .contains("at least 5 s before");
    }

    @Test
    void what_comes_back_does_so_on_the_busiest_machine() {
        Journals busy = readBack(13, 1, 0, Duration.ofMillis(380))
                .adding(new Event.LagMeasured(Duration.ofMillis(10), Duration.ofMillis(50), Duration.ofMillis(90), 40));

        assertFailed(busy, "erased-came-back");
    }

    @Test
    void backups_that_lie_far_apart_bring_back_what_was_erased_between_them() {
        Journals nightly = readBack(13, 1, 0, Duration.ofSeconds(2))
                .adding(new Event.BackupStarted("db", Duration.ofSeconds(1), Duration.ofHours(24)));
        Journals anew = readBack(14, 0, 0, Duration.ZERO)
                .adding(new Event.BackupStarted("db", Duration.ofSeconds(1), Duration.ofHours(24)));

        assertThat(judge(nightly).actuals().erasurePoint())
                .contains(Duration.ofHours(24).plusSeconds(2));
        assertThat(judge(anew).actuals().erasurePoint()).contains(Duration.ZERO);
    }

    @Test
    void where_none_could_come_back_it_is_said_that_nothing_is_shown() {
        Journals untried = erasing().adding(new Event.ErasuresReadBack(14, 0, 0, 0, Duration.ZERO, false));
        Journals nothingLost = untried.changing(
                Event.WorkloadReadBack.class, read -> new Event.WorkloadReadBack(158, 0, 0, Duration.ZERO, false));

        assertThat(judge(untried).verdict()).isEqualTo(Verdict.PASSED);
        assertThat(codes(untried)).contains("erasure-untried");
        assertThat(codes(nothingLost)).doesNotContain("erasure-untried");
        assertThat(codes(readBack(14, 0, 0, Duration.ZERO))).doesNotContain("erasure-untried");
    }

    @Test
    void an_erased_write_of_which_nobody_can_say_whether_it_is_gone_makes_a_drill_inconclusive() {
        assertInconclusive(readBack(11, 0, 3, Duration.ZERO), "erasures-untold")
                .isEqualTo("of 14 erased writes, nobody could say whether 3 are still gone");
        assertThat(judge(readBack(11, 0, 3, Duration.ZERO)).actuals().erasurePointAtLeast())
                .isTrue();
    }

    @Test
    void erased_writes_that_nobody_looked_for_make_a_drill_inconclusive() {
        assertInconclusive(erasing(), "erasures-untold").contains("14 erased writes were never looked for");
        assertThat(judge(erasing()).actuals().erasurePoint()).isEmpty();
    }

    @Test
    void who_finds_whatever_it_is_asked_for_is_not_asked_for_erased_writes() {
        assertInconclusive(
                        erasing()
                                .adding(new Event.Calibrated(
                                        Event.Observer.READ_BACK,
                                        "/pledges/${id}",
                                        false,
                                        false,
                                        "a write that was never made: all",
                                        PLACE)),
                        "read-back-uncalibrated")
                .contains("never made");
    }

    @Test
    void a_service_that_acknowledges_no_erasure_makes_a_drill_inconclusive() {
        assertInconclusive(stopped(9, 0, 0, 0, "refused: 405"), "erasures-untold")
                .contains("none of the workload's 9 erasures (refused: 405)");
        assertInconclusive(stopped(0, 0, 0, 0, ""), "erasures-untold").contains("erased nothing");
        assertInconclusive(stopped(9, 9, 0, 0, ""), "erasures-untold")
                .contains("none of the 9 writes", "seen to be gone");
    }

    @Test
    void what_is_still_there_long_after_it_was_erased_makes_a_drill_inconclusive() {
        assertInconclusive(
                        stopped(16, 16, 14, 2, "")
                                .adding(new Event.ErasuresReadBack(14, 0, 0, 2, Duration.ZERO, false)),
                        "erasure-uncalibrated")
                .contains("2 of 16 writes were still there before the disaster");
    }

    @Test
    void a_service_that_erases_nothing_while_all_is_well_makes_a_drill_inconclusive() {
        assertInconclusive(
                        Journals.passed()
                                .adding(new Event.Calibrated(
                                        Event.Observer.ERASURE,
                                        "/pledges/${id}",
                                        false,
                                        false,
                                        "acknowledged, and still there: bs1a2b3c4d-200000",
                                        PLACE)),
                        "erasure-uncalibrated")
                .contains("erases nothing, though all is well: acknowledged, and still there");
    }

    private static List<String> codes(Journals journal) {
        return judge(journal).findings().stream()
                .map(finding -> finding.code().word())
                .toList();
    }

    private static Journals readBack(int gone, int cameBack, int untold, Duration point) {
        return erasing().adding(new Event.ErasuresReadBack(gone, cameBack, untold, 2, point, false));
    }

    private static Journals erasing() {
        return stopped(16, 15, 14, 0, "refused: 503");
    }

    private static Journals stopped(int asked, int acknowledged, int gone, int lingering, String refusal) {
        return Journals.passed()
                .adding(new Event.ErasuresStopped(asked, acknowledged, gone, lingering, refusal, PLACE));
    }
}
