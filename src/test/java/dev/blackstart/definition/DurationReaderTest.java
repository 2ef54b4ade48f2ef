package dev.blackstart.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationReaderTest {
    @ParameterizedTest
    @CsvSource({
        "500ms,PT0.5S",
        "8s,PT8S",
        "5m,PT5M",
        "1h30m,PT1H30M",
        "2d,PT48H",
        "1d1h1m1s1ms,PT25H1M1.001S",
        "0s,PT0S"
    })
    void a_duration_is_a_sum_of_parts(String text, Duration expected) {
        assertThat(DurationReader.parse(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "soon", "5", "m", "-5m", "5 m", "5M", "5m5m", "5s1m", "1.5h", "PT5M", "99999999999s"})
    void what_is_no_duration_is_not_guessed(String text) {
        assertThat(DurationReader.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"20/s,20", "30/m,0.5", "36/h,0.01", "0.5/s,0.5"})
    void a_rate_is_given_per_second(String text, double expected) {
        assertThat(DurationReader.parseRate(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "20", "20/", "/s", "20/d", "-1/s", "fast", "20 / s"})
    void what_is_no_rate_is_not_guessed(String text) {
        assertThat(DurationReader.parseRate(text)).isEmpty();
    }

    @Property(tries = 200)
    void every_number_of_milliseconds_is_read_back(@ForAll @LongRange(min = 0, max = 999_999_999) long millis) {
        assertThat(DurationReader.parse(millis + "ms")).contains(Duration.ofMillis(millis));
    }
}
