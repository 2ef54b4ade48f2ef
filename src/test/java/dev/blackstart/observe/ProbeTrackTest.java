package dev.blackstart.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ProbeTrackTest {
    // jqwik makes one instance for all tries of a property: those make their own track.
    private final ProbeTrack track = new ProbeTrack("website");
    private final List<Asked> asked = new ArrayList<>();

    /** A question and what it was answered, {@code takes} later. */
    record Asked(Duration at, Duration takes, Sample sample) {
        Duration answered() {
            return at.plus(takes);
        }
    }

    @Example
    void the_first_success_is_not_hidden_by_older_questions_that_fail_later() {
        tell(0, 1000, Sample.silent("no answer"));
        tell(500, 10, Sample.up("200"));
        assertThat(replay()).containsExactly(new Transition("website", true, ms(500), ms(510), "200"));
        assertThat(track.upSince(ms(0))).contains(ms(510));
    }

    @Example
    void an_answer_from_before_a_moment_says_nothing_about_after_it() {
        tell(0, 10, Sample.up("200"));
        replay();
        assertThat(track.upSince(ms(0))).contains(ms(10));
        assertThat(track.upSince(ms(1))).isEmpty();
    }

    @Example
    void a_late_failure_still_proves_that_it_was_down_once() {
        tell(0, 10, Sample.up("200"));
        tell(20, 1000, Sample.silent("no answer"));
        tell(40, 10, Sample.up("200"));
        assertThat(replay()).hasSize(1);
        assertThat(track.failedSince(ms(20))).isTrue();
        assertThat(track.failedSince(ms(21))).isFalse();
    }

    @Example
    void a_refusal_is_no_answer_and_a_wrong_answer_is_one() {
        tell(0, 1, Sample.silent("refused"));
        replay();
        asked.clear();
        tell(5, 1, Sample.wrong("503 instead of 200"));
        replay();
        assertThat(track.describe()).isEqualTo("\"website\": 503 instead of 200");
    }

    @Property
    void the_answer_to_the_latest_question_decides(@ForAll("histories") List<Asked> history) {
        ProbeTrack track = new ProbeTrack("website");
        replay(track, history);
        Optional<Asked> latest = history.stream().max(Comparator.comparing(Asked::at));
        assertThat(track.upSince(Duration.ZERO).isPresent())
                .isEqualTo(latest.filter(a -> a.sample().up()).isPresent());
        assertThat(track.outstanding()).isZero();
    }

    @Property
    void transitions_alternate_and_never_go_back_in_time(@ForAll("histories") List<Asked> history) {
        ProbeTrack track = new ProbeTrack("website");
        List<Transition> transitions = replay(track, history);
        for (int i = 1; i < transitions.size(); i++) {
            Transition before = transitions.get(i - 1);
            Transition now = transitions.get(i);
            assertThat(now.up()).isNotEqualTo(before.up());
            assertThat(now.at()).isGreaterThanOrEqualTo(before.at());
            assertThat(now.askedAt()).isGreaterThan(before.askedAt());
        }
        assertThat(track.transitions()).isEqualTo(transitions);
    }

    private void tell(int at, int takes, Sample sample) {
        asked.add(new Asked(ms(at), ms(takes), sample));
    }

    private List<Transition> replay() {
        return replay(track, asked);
    }

    /** Let everything happen in its order. */
    private static List<Transition> replay(ProbeTrack track, List<Asked> asked) {
        asked.stream().sorted(Comparator.comparing(Asked::at)).forEach(a -> track.asked(a.at()));
        return asked.stream()
                .sorted(Comparator.comparing(Asked::answered))
                .flatMap(a -> track.told(a.sample(), a.at(), a.answered()).stream())
                .toList();
    }

    @Provide
    Arbitrary<List<Asked>> histories() {
        Arbitrary<Sample> samples =
                Arbitraries.of(Sample.up("200"), Sample.wrong("503 instead of 200"), Sample.silent("refused"));
        Arbitrary<Integer> times = Arbitraries.integers().between(0, 1000);
        return Combinators.combine(times, times, samples)
                .as((at, takes, sample) -> new Asked(ms(at), ms(takes), sample))
                .list()
                .uniqueElements(Asked::at)
                .ofMaxSize(40);
    }

    private static Duration ms(int millis) {
        return Duration.ofMillis(millis);
    }
}
