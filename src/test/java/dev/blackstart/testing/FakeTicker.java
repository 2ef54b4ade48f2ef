package dev.blackstart.testing;

import dev.blackstart.clock.Ticker;
import java.time.Duration;
import java.time.Instant;

/** A ticker that a test moves; a pause moves it too, and takes no time. */
public final class FakeTicker implements Ticker {
    private static final Instant BEGAN = Instant.parse("2026-01-01T00:00:00Z");

    private Duration elapsed = Duration.ZERO;

    @Override
    public synchronized Duration elapsed() {
        return elapsed;
    }

    @Override
    public synchronized Instant wall() {
        return BEGAN.plus(elapsed);
    }

    @Override
    public synchronized void pause(Duration time) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        advance(time);
    }

    /** Let time pass. */
    public synchronized void advance(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("time does not go back: " + time);
        }
        elapsed = elapsed.plus(time);
    }

    /** Let it be so late. */
    public synchronized void set(Duration time) {
        advance(time.minus(elapsed));
    }
}
