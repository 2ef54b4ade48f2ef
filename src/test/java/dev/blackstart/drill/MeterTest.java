package dev.blackstart.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.journal.Event;
import dev.blackstart.testing.FakeTicker;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MeterTest {
    private final FakeTicker ticker = new FakeTicker();

    @Test
    void what_no_kind_explains_is_our_own_time() {
        Meter meter = new Meter(ticker);
        meter.spend(Meter.Kind.STEPS, () -> pass(5));
        meter.spend(Meter.Kind.ENGINE, () -> pass(2));
        meter.spend(Meter.Kind.STEPS, () -> pass(1));
        pass(3);

        assertThat(meter.overhead())
                .isEqualTo(new Event.Overhead(
                        Duration.ofSeconds(11),
                        Duration.ofSeconds(6),
                        Duration.ZERO,
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(3)));
    }

    private boolean pass(int seconds) {
        ticker.advance(Duration.ofSeconds(seconds));
        return true;
    }
}
