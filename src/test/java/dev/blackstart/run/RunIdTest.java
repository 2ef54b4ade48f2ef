package dev.blackstart.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunIdTest {
    private static final Instant NOW = Instant.parse("2026-03-14T02:00:00Z");

    @Test
    void a_run_is_named_by_drill_and_time() {
        assertThat(RunId.of("lost-database-server", NOW)).matches("lost-database-server-20260314-020000-[0-9a-f]{4}");
    }

    @Test
    void no_two_runs_are_named_alike() {
        assertThat(RunId.of("x", NOW)).isNotEqualTo(RunId.of("x", NOW));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({".x,x", "..x,x", "-x,x", "., drill", "\u00fcber,\u00fcber"})
    void a_run_s_name_begins_with_a_letter_or_a_digit(String drill, String name) {
        assertThat(RunId.of(drill, NOW)).startsWith(name + "-2026");
    }
}
