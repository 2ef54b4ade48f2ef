package dev.blackstart.clock;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
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

    /** Compute for so long, and tell how much longer that took, as others computed meanwhile. */
    default Duration lag(Duration work) {
        Duration began = elapsed();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long until = threads.getCurrentThreadCpuTime() + work.toNanos();
        while (threads.getCurrentThreadCpuTime() < until) {
            Thread.onSpinWait();
        }
        Duration late = elapsed().minus(began).minus(work);
        return late.isNegative() ? Duration.ZERO : late;
    }

    /** Begin to tick now. */
    static Ticker system() {
        return new SystemTicker();
    }
}
