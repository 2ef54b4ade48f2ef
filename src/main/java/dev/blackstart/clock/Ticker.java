package dev.blackstart.clock;

import java.time.Duration;
import java.time.Instant;

/** The one clock of a run: monotonic, injected, and the source of every duration. */
public interface Ticker {
    /** The time since this ticker began; it never goes back. */
    Duration elapsed();

    /** A label for readers, in the order of {@link #elapsed()}; no duration is computed from it. */
    Instant wall();

    /** Let time pass. */
    void pause(Duration time) throws InterruptedException;

    /** Begin to tick now. */
    static Ticker system() {
        return new SystemTicker();
    }
}
