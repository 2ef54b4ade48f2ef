package dev.blackstart.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountsTest {
    @Test
    void one_is_one_and_all_else_is_several() {
        assertThat(Counts.of(1, "run")).isEqualTo("1 run");
        assertThat(Counts.of(0, "run")).isEqualTo("0 runs");
        assertThat(Counts.of(12_000, "row")).isEqualTo("12,000 rows");
        assertThat(Counts.of(2, "person", "people")).isEqualTo("2 people");
    }
}
