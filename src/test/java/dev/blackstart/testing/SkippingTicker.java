package dev.blackstart.testing;

import dev.blackstart.clock.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A ticker that ticks with the machine's clock and skips what would be waited for, for tests of code that has threads of
 * its own: minutes pass in milliseconds, and no moment comes twice.
 */
public final class SkippingTicker implements Ticker {
    private static final Instant BEGAN = Instant.parse("2026-01-01T00:00:00Z");

    /** What is really slept of a pause, so that others have something done meanwhile. */
    private static final Duration SLEPT = Duration.ofMillis(10);

    private static final Duration LONG = Duration.ofSeconds(1);

    private final long origin = System.nanoTime();
    private final AtomicLong skipped = new AtomicLong();
    private volatile Runnable longWaits = () -> {};

    @Override
    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - origin + skipped.get());
    }

    @Override
    public Instant wall() {
        return BEGAN.plus(elapsed());
    }

    @Override
    public void pause(Duration time) throws InterruptedException {
        Duration slept = time.compareTo(SLEPT) < 0 ? time : SLEPT;
        if (time.compareTo(LONG) > 0) {
            longWaits.run();
        }
        TimeUnit.NANOSECONDS.sleep(slept.toNanos());
        skip(time.minus(slept));
    }

    /** However busy the machine is that tests run on: what is skipped is no lag either. */
    @Override
    public Duration lag(Duration work) {
        return Duration.ZERO;
    }

    /** What has to happen in each wait of more than a second, however busy the machine is. */
    public void inLongWaits(Runnable happens) {
        longWaits = happens;
    }

    /** Let so much time have passed. */
    public void skip(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("time does not go back: " + time);
        }
        skipped.addAndGet(time.toNanos());
    }
}
