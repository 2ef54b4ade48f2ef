package dev.blackstart.verdict;

import static dev.blackstart.verdict.Rulings.assertFailed;
import static dev.blackstart.verdict.Rulings.judge;
import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.finding.Place;
import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.Event.Condition;
import dev.blackstart.testing.Journals;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The drill knows which generation was the newest good one, and grades the one that was brought back. */
class TheChosenGenerationTest {
    private static final Duration STRUCK = Journals.passed().struckAt();
    private static final Journals DIFFERS =
            Journals.passed().adding(new Event.DataDiffered("db", "snowdrift", "table history", "holds other rows"));

    @Test
    void the_newest_good_one_says_nothing_more() {
        Journals chosen = Journals.passed().adding(looked(generation("k", 2, Condition.GOOD, 0, true)));

        assertThat(judge(chosen).findings()).isEqualTo(judge(Journals.passed()).findings());
        assertThat(judge(chosen).verdict()).isEqualTo(Verdict.PASSED);
        assertThat(judge(chosen).choices())
                .containsExactly(
                        new ChosenGeneration("offsite", "/srv/borg", 9, List.of("k"), Optional.of("k"), List.of()));
    }

    @Test
    void one_that_is_older_than_needed_fails_with_the_writes_that_it_costs() {
        Journals older = Journals.passed()
                .adding(looked(
                        generation("k3", 1, Condition.NOT_WHOLE, 160, false),
                        generation("k2", 2, Condition.GOOD, 120, false),
                        generation("k1", 8, Condition.UNREAD, 0, true)));

        assertFailed(older, "older-than-needed")
                .isEqualTo("k1 came back, though k2, made 2 s before the strike, is good: at least 120 acknowledged"
                        + " writes that it holds are lost");
        assertThat(judge(older).choices().get(0).passed())
                .containsExactly(new ChosenGeneration.Passed("k3", Condition.NOT_WHOLE));
    }

    @Test
    void one_that_nobody_listed_any_more_may_be_older_too() {
        assertFailed(
                        Journals.passed().adding(looked(generation("k2", 2, Condition.GOOD, 1, false))),
                        "older-than-needed")
                .isEqualTo(
                        "something older than that came back, though k2, made 2 s before the strike, is good: at least"
                                + " 1 acknowledged write that it holds is lost");
    }

    @Test
    void one_that_was_made_after_the_damage_is_bad() {
        Journals bad = DIFFERS.adding(looked(
                generation("k3", -2, Condition.DAMAGED, 0, true), generation("k2", 2, Condition.GOOD, 0, false)));

        assertThat(said(bad, "bad-generation"))
                .isEqualTo(
                        "what is there now is what k3 holds, and that is no good one: made after the damage; the newest"
                                + " good one is k2, made 2 s before the strike");
    }

    @Test
    void one_that_cannot_be_read_to_its_end_is_bad() {
        Journals bad = DIFFERS.adding(looked(
                generation("k3", 1, Condition.NOT_WHOLE, 0, true), generation("k2", 2, Condition.GOOD, 0, false)));

        assertThat(said(bad, "bad-generation")).contains("it cannot be read to its end");
    }

    /** The page may have mended what it brought back. */
    @Test
    void what_came_back_right_is_good_whatever_it_was_made_of() {
        Journals mended = Journals.passed()
                .adding(looked(
                        generation("k3", -2, Condition.DAMAGED, 0, true),
                        generation("k2", 2, Condition.GOOD, 0, false)));

        assertThat(judge(mended).verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void where_it_may_be_a_good_one_nobody_calls_it_bad() {
        for (Condition condition : List.of(Condition.GOOD, Condition.UNREAD)) {
            Journals either = DIFFERS.adding(
                    looked(generation("k3", -2, Condition.DAMAGED, 0, true), generation("k2", 0, condition, 0, true)));

            assertThat(codes(either)).contains("data-differs").doesNotContain("bad-generation");
        }
    }

    @Test
    void one_that_was_made_while_the_damage_was_done_is_bad_where_it_does_not_compare() {
        Event.GenerationsLooked unsure =
                looked(generation("k3", 0, Condition.UNSURE, 0, true), generation("k2", 2, Condition.GOOD, 0, false));

        assertThat(said(DIFFERS.adding(unsure), "bad-generation")).contains("made while the damage was done");
        assertThat(judge(Journals.passed().adding(unsure)).verdict()).isEqualTo(Verdict.PASSED);
    }

    /** What a page deletes among others was in the backup. */
    @Test
    void a_hole_is_not_told_as_an_older_one() {
        Journals hole = Journals.passed()
                .adding(new Event.HoleFound(3, "bs1a2b3c4d-1", "bs1a2b3c4d-9"))
                .adding(looked(generation("k2", 2, Condition.GOOD, 3, false)));

        assertThat(codes(hole)).contains("write-hole").doesNotContain("older-than-needed");
    }

    @Test
    void where_every_one_is_bad_it_says_that_there_is_no_good_one() {
        Journals hopeless = DIFFERS.adding(looked(
                generation("k3", -2, Condition.DAMAGED, 0, true), generation("k2", 2, Condition.NOT_WHOLE, 0, false)));

        assertThat(said(hopeless, "no-good-generation"))
                .isEqualTo(
                        "no generation at offsite:/srv/borg was good: of 9 generations, 1: made after the damage, 1: it"
                                + " cannot be read to its end");
    }

    /** Beside what differs. */
    private static String said(Journals journals, String code) {
        assertThat(judge(journals).verdict()).isEqualTo(Verdict.FAILED);
        return judge(journals).findings().stream()
                .filter(finding -> finding.code().word().equals(code))
                .findFirst()
                .orElseThrow()
                .message();
    }

    private static List<String> codes(Journals journals) {
        return judge(journals).findings().stream()
                .map(finding -> finding.code().word())
                .toList();
    }

    private static Event.Looked generation(String name, int before, Condition condition, int lost, boolean chosen) {
        Duration begun = STRUCK.minusSeconds(before);
        return new Event.Looked(name, begun, begun.plusMillis(500), condition, lost, chosen);
    }

    private static Event.GenerationsLooked looked(Event.Looked... newest) {
        return new Event.GenerationsLooked(
                "offsite", "/srv/borg", 9, true, List.of(newest), Place.start(Path.of("compose.yaml")));
    }
}
