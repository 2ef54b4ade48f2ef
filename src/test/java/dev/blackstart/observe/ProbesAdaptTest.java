package dev.blackstart.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

/** Probes take a few per cent of a service's time while it answers, and look closely while nothing does. */
class ProbesAdaptTest {
    private final ProbeTrack track = new ProbeTrack("website");
    private int now;

    @Test
    void a_service_that_answers_is_asked_for_no_more_than_a_few_per_cent_of_its_time() {
        for (int cost : new int[] {1, 30, 150}) {
            int questions = questionsIn(60_000, Sample.up("200"), cost);

            assertThat(questions * cost / 60_000.0)
                    .as("a service of %d ms", cost)
                    .isBetween(0.01, 0.05);
        }
    }

    @Test
    void a_slow_one_is_asked_every_few_seconds_nevertheless() {
        assertThat(questionsIn(60_000, Sample.up("200"), 900)).isBetween(10, 13);
    }

    @Test
    void a_service_that_answers_wrongly_is_asked_more_often_as_it_may_come_back() {
        assertThat(questionsIn(60_000, Sample.wrong("500 instead of 200"), 30)).isBetween(1_000, 2_000);
        assertThat(questionsIn(60_000, Sample.wrong("500 instead of 200"), 2_000))
                .as("a slow one, of which no more than one at a time is asked here")
                .isBetween(25, 30);
    }

    @Test
    void one_that_does_not_answer_is_asked_as_often_as_the_pace_allows() {
        ask(Sample.up("200"), 5);
        ask(Sample.silent("refused"), 1);

        assertThat(questionsIn(1_500, Sample.silent("refused"), 1)).isGreaterThan(90);
    }

    @Test
    void no_more_than_two_questions_are_under_way_while_it_answers() {
        ask(Sample.up("200"), 20);
        now += 10_000;
        track.asked(ms(now));
        now += 60;
        track.asked(ms(now));

        assertThat(track.due(ms(now + 30), ProbePace.DEFAULT, 1, false)).isFalse();
        assertThat(track.due(ms(now + 200), ProbePace.DEFAULT, 1, false))
                .as("it seems to answer no more")
                .isTrue();
    }

    @Test
    void questions_that_nobody_answers_come_evenly_until_they_are_given_up() {
        ask(Sample.up("200"), 20);
        Deque<Integer> open = new ArrayDeque<>();
        int largest = 0;
        int last = now;
        for (int end = now + 5_000; now < end; now += 5) {
            if (!open.isEmpty() && now - open.peek() >= 1_000) {
                int asked = open.remove();
                track.told(Sample.silent("no answer within 1000 ms"), ms(asked), ms(now));
            }
            if (track.due(ms(now), ProbePace.DEFAULT, 2, false)) {
                track.asked(ms(now));
                open.add(now);
                largest = now > end - 3_500 ? Math.max(largest, now - last) : largest;
                last = now;
            }
        }

        assertThat(largest).isLessThanOrEqualTo(70);
    }

    @Test
    void questions_that_nobody_answers_are_limited() {
        ask(Sample.up("200"), 20);
        for (int i = 0; i < 200; i++) {
            now += 15;
            if (track.due(ms(now), ProbePace.DEFAULT, 1, false)) {
                track.asked(ms(now));
            }
        }

        assertThat(track.outstanding()).isEqualTo(ProbePace.DEFAULT.mostOutstanding());
    }

    @Test
    void a_pace_that_somebody_wants_is_kept_whatever_it_costs() {
        ask(Sample.up("200"), 900);

        assertThat(track.due(ms(now + 1), ProbePace.every(ms(10)), 1, false)).isTrue();
    }

    @Test
    void a_single_slow_answer_is_no_reason_to_look_away() {
        ask(Sample.up("200"), 900);
        ask(Sample.up("200"), 2);
        ask(Sample.up("200"), 900);
        ask(Sample.up("200"), 3);

        assertThat(track.due(ms(now + 100), ProbePace.DEFAULT, 1, false)).isTrue();
    }

    @Test
    void several_probes_share_what_they_may_take() {
        ask(Sample.up("200"), 10);

        assertThat(track.due(ms(now + 400), ProbePace.DEFAULT, 1, false)).isTrue();
        assertThat(track.due(ms(now + 400), ProbePace.DEFAULT, 3, false)).isFalse();
        assertThat(track.due(ms(now + 400), ProbePace.DEFAULT, 3, true))
                .as("something is about to happen")
                .isTrue();
    }

    private int questionsIn(int millis, Sample sample, int cost) {
        ask(sample, cost);
        int questions = 0;
        for (int end = now + millis; now < end; now += 15) {
            if (track.due(ms(now), ProbePace.DEFAULT, 1, false)) {
                ask(sample, cost);
                questions++;
            }
        }
        return questions;
    }

    private void ask(Sample sample, int cost) {
        track.asked(ms(now));
        track.told(sample, ms(now), ms(now + cost));
        now += cost;
    }

    private static Duration ms(int millis) {
        return Duration.ofMillis(millis);
    }
}
