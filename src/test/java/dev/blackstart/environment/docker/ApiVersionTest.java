package dev.blackstart.environment.docker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ApiVersionTest {
    @ParameterizedTest
    @CsvSource({"1.41, 1.12, 1.41", "1.52, 1.44, 1.44", "1.60, 1.50, 1.50", "1.44, 1.24, 1.44"})
    void the_version_is_one_that_both_sides_speak(String newest, String oldest, String expected) {
        assertThat(ApiVersion.negotiate(newest, oldest).getVersion()).isEqualTo(expected);
    }
}
