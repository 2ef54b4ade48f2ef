package dev.blackstart.drill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TheSeedTest {
    @Test
    void attempts_side_by_side_draw_the_same_whenever_the_seed_is_the_same() {
        assertThat(drawn(7, "without a backup")).isEqualTo(drawn(7, "without a backup"));
    }

    @Test
    void each_attempt_draws_for_itself() {
        assertThat(drawn(7, "without a backup")).isNotEqualTo(drawn(7, "main"));
        assertThat(drawn(7, "main")).isNotEqualTo(drawn(8, "main"));
    }

    private static long drawn(long seed, String attempt) {
        return AttemptContext.chance(seed, attempt).nextLong();
    }
}
