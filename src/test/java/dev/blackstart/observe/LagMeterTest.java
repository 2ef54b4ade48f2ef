package dev.blackstart.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.clock.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class LagMeterTest {
    private final Queue<Duration> lags = new ArrayDeque<>(List.of(ms(90), ms(10), ms(30)));
    private final LagMeter meter = new LagMeter(new Lagging());

    @Test
    void what_was_late_is_told_on_the_average_and_at_worst() {
        assertThat(meter.lag()).isEmpty();
        meter.once();
        meter.reset();
        meter.once();
        meter.once();

        assertThat(meter.lag()).contains(new LagMeter.Lag(ms(10), ms(20), ms(30), 2));
    }

    @Test
    void work_on_a_real_machine_takes_at_least_as_long_as_it_is() {
        Ticker ticker = Ticker.system();
        Duration began = ticker.elapsed();

        Duration lag = ticker.lag(ms(5));

        assertThat(ticker.elapsed().minus(began)).isGreaterThanOrEqualTo(lag).isGreaterThanOrEqualTo(ms(5));
    }

    private static Duration ms(int millis) {
        return Duration.ofMillis(millis);
    }

    private final class Lagging implements Ticker {
        @Override
        public Duration elapsed() {
            return Duration.ZERO;
        }

        @Override
        public Instant wall() {
            return Instant.EPOCH;
        }

        @Override
        public void pause(Duration time) {}

        @Override
        public Duration lag(Duration work) {
            return lags.remove();
        }
    }
}
