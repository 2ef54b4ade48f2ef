package dev.blackstart.verdict;

import static dev.blackstart.verdict.Rulings.assertInconclusive;
import static dev.blackstart.verdict.Rulings.judge;
import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.journal.Entry;
import dev.blackstart.journal.Event;
import dev.blackstart.testing.Journals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is down already when the disaster strikes cannot be seen to fail. */
class TheBaselineTest {
    private static final String PROBE = "the website lists its projects";

    @Test
    void a_service_that_was_down_before_the_strike_makes_a_drill_inconclusive() {
        Journals journal = turning(Duration.ofSeconds(-4), false);

        assertInconclusive(journal, "baseline-lost")
                .isEqualTo("the service was down already when the disaster struck: \"" + PROBE
                        + "\" answered 503 instead of 200");
        assertThat(judge(journal).actuals().timeToDetect()).isEmpty();
    }

    @Test
    void one_that_was_down_and_up_again_before_the_strike_is_well() {
        Journals down = turning(Duration.ofSeconds(-4), false);

        assertThat(judge(turning(down, Duration.ofSeconds(-2), true)).findings())
                .noneMatch(finding -> finding.code().word().equals("baseline-lost"));
    }

    @Test
    void what_goes_down_while_the_strike_is_under_way_is_its_doing() {
        assertThat(judge(turning(Duration.ofMillis(-1), false)).findings())
                .noneMatch(finding -> finding.code().word().equals("baseline-lost"));
    }

    @Test
    void writes_that_were_refused_before_the_strike_make_a_drill_inconclusive() {
        assertInconclusive(refusing(Optional.of(80), 80), "baseline-lost").contains("80 were not acknowledged");
        assertInconclusive(refusing(Optional.empty(), 80), "baseline-lost");
    }

    @Test
    void a_few_that_were_under_way_at_the_strike_are_none() {
        assertThat(judge(refusing(Optional.of(0), 12)).verdict())
                .isEqualTo(judge(Journals.passed()).verdict());
    }

    @Test
    void what_our_own_tear_down_does_to_probes_is_not_counted() {
        List<Entry> entries = new ArrayList<>(Journals.passed()
                .keeping(entry -> !(entry.event() instanceof Event.ProbeTurned turned) || turned.up())
                .entries());
        Entry measured = entries.stream()
                .filter(entry -> entry.event() instanceof Event.ProbesMeasured)
                .findFirst()
                .orElseThrow();
        entries.add(
                entries.indexOf(measured) + 1,
                new Entry(
                        measured.at().plusMillis(900),
                        measured.wall(),
                        Entry.MAIN,
                        new Event.ProbeTurned(PROBE, false, "502")));

        assertThat(judge(new Journals(entries)).actuals().timeToDetect()).isEmpty();
    }

    private static Journals refusing(Optional<Integer> refused, int unanswered) {
        return Journals.passed()
                .changing(
                        Event.WorkloadStopped.class,
                        stopped -> new Event.WorkloadStopped(
                                stopped.token(),
                                stopped.acknowledged() + unanswered,
                                stopped.acknowledged(),
                                unanswered,
                                "refused: 503",
                                refused,
                                stopped.lasted(),
                                stopped.place()));
    }

    private static Journals turning(Duration fromStrike, boolean up) {
        return turning(Journals.passed(), fromStrike, up);
    }

    private static Journals turning(Journals journal, Duration fromStrike, boolean up) {
        Duration at = journal.struckAt().plus(fromStrike);
        List<Entry> entries = new ArrayList<>(journal.entries());
        int index = 0;
        while (entries.get(index).at().compareTo(at) <= 0) {
            index++;
        }
        entries.add(
                index,
                new Entry(
                        at,
                        entries.get(index).wall(),
                        Entry.MAIN,
                        new Event.ProbeTurned(PROBE, up, up ? "200" : "503 instead of 200")));
        return new Journals(entries);
    }
}
