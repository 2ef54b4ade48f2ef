package dev.blackstart.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 ms",
        "PT0.34S, 340 ms",
        "PT0.999S, 999 ms",
        "PT1S, 1 s",
        "PT7.49S, 7.5 s",
        "PT59.94S, 59.9 s",
        "PT59.96S, 1 min",
        "PT4M7.5S, 4 min 7.5 s",
        "PT5M, 5 min",
        "PT59M59.96S, 1 h",
        "PT1H2M, 1 h 2 min",
        "PT-0.34S, -340 ms",
    })
    void durations_are_worded_for_people(Duration duration, String text) {
        assertThat(Durations.text(duration)).isEqualTo(text);
    }
}
