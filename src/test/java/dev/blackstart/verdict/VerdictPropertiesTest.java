package dev.blackstart.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.finding.Place;
import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Entry;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.UntoldCode;
import dev.blackstart.testing.Journals;
import dev.blackstart.testing.Plans;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class VerdictPropertiesTest {
    private static final int LONGEST = 250;

    @Property
    void a_journal_without_its_tail_is_never_green(
            @ForAll("journals") Journals journal, @ForAll @IntRange(max = LONGEST) int length) {
        int kept = Math.min(length, journal.entries().size() - 1);

        assertThat(Rulings.judge(journal.upTo(kept)).verdict()).isNotEqualTo(Verdict.PASSED);
    }

    @Property
    void an_error_in_the_drill_itself_never_improves_a_verdict(
            @ForAll("journals") Journals journal,
            @ForAll("errors") Event error,
            @ForAll @IntRange(max = LONGEST) int at) {
        Journals worse = inserting(journal, error, at);

        assertThat(Rulings.judge(worse).verdict())
                .isGreaterThanOrEqualTo(Rulings.judge(journal).verdict())
                .isNotEqualTo(Verdict.PASSED);
    }

    @Property
    void a_verdict_is_never_better_than_the_worst_of_its_findings(
            @ForAll("journals") Journals journal, @ForAll @IntRange(max = LONGEST) int without) {
        List<Entry> entries = new ArrayList<>(journal.entries());
        entries.remove(Math.min(without, entries.size() - 1));
        Judgement judgement = Judge.judge(entries);

        assertThat(judgement.verdict()).isEqualTo(Verdict.allowedBy(judgement.findings()));
        assertThat(judgement.findings())
                .isSortedAccordingTo((one, other) -> one.severity().compareTo(other.severity()));
    }

    @Property
    void phases_follow_each_other_until_everything_was_verified(
            @ForAll("journals") Journals journal, @ForAll @IntRange(max = LONGEST) int length) {
        Judgement judgement = Rulings.judge(journal.upTo(length));

        Duration end = Duration.ZERO;
        for (Phase phase : judgement.phases()) {
            assertThat(phase.startsAfter()).isEqualTo(end);
            assertThat(phase.duration()).isPositive();
            end = end.plus(phase.duration());
        }
        judgement
                .actuals()
                .verified()
                .ifPresent(actual -> assertThat(
                                judgement.phases().stream().map(Phase::duration).reduce(Duration.ZERO, Duration::plus))
                        .isEqualTo(actual));
    }

    @Provide
    Arbitrary<Journals> journals() {
        return Arbitraries.of(
                Journals.passed(),
                Journals.passed(Plans.Options.QUICK),
                Journals.passed(Plans.Options.CORRUPTED),
                Journals.lockedOut(),
                Journals.passed().endingStep(3, Event.StepOutcome.FAILED, "no"),
                TheControlsTest.passing(Journals.WITHOUT_BACKUP));
    }

    @Provide
    Arbitrary<Event> errors() {
        return Arbitraries.of(
                new Event.Untold(UntoldCode.ENGINE, "gone", Place.start(Path.of("d.yaml")), "start it"),
                new Event.Interrupted("SIGINT"));
    }

    private static Journals inserting(Journals journal, Event event, int at) {
        List<Entry> entries = new ArrayList<>(journal.entries());
        int index = Math.min(at, entries.size());
        Entry near = entries.get(Math.max(0, index - 1));
        entries.add(index, new Entry(near.at(), near.wall(), Entry.MAIN, event));
        return new Journals(entries);
    }
}
