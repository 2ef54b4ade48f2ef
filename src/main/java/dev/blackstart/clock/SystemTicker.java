package dev.blackstart.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Ticks with the machine's monotonic clock; the wall clock is read once, so a step of it disturbs no label's order. */
final class SystemTicker implements Ticker {
    private final Instant began = Instant.now();
    private final long origin = System.nanoTime();

    @Override
    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - origin);
    }

    @Override
    public Instant wall() {
        return began.plus(elapsed());
    }

    @Override
    public void pause(Duration time) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(time.toNanos());
    }
}
