package dev.blackstart.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResolutionTest {
    private final AskTimes asks = new AskTimes();

    @Test
    void the_largest_gap_is_told_and_the_one_that_99_of_100_do_not_exceed() {
        for (int i = 1; i < 3000; i++) {
            asks.add(ms(20 * i));
        }
        asks.add(ms(20 * 2999 + 300));
        Resolution resolution = Resolution.of(List.of(asks), ms(0), ms(20 * 2999 + 310));
        assertThat(resolution).isEqualTo(new Resolution(ms(300), ms(20), 3000));
    }

    @Test
    void only_what_lies_between_two_moments_counts() {
        asks.add(ms(100));
        asks.add(ms(5000));
        asks.add(ms(5010));
        assertThat(Resolution.of(List.of(asks), ms(4990), ms(5030))).isEqualTo(new Resolution(ms(20), ms(20), 2));
    }

    @Test
    void not_to_have_asked_at_all_is_one_gap() {
        assertThat(Resolution.of(List.of(asks), ms(0), ms(700))).isEqualTo(new Resolution(ms(700), ms(700), 0));
    }

    @Test
    void of_several_probes_the_worst_counts() {
        AskTimes other = new AskTimes();
        other.add(ms(10));
        asks.add(ms(10));
        asks.add(ms(20));
        assertThat(Resolution.of(List.of(asks, other), ms(0), ms(30))).isEqualTo(new Resolution(ms(20), ms(20), 3));
    }

    private static Duration ms(int millis) {
        return Duration.ofMillis(millis);
    }
}
