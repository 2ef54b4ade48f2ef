package dev.blackstart.clock;

import java.time.Duration;

/**
 * How a wait ended.
 *
 * @param after how long it took
 * @param detail what was last known; empty if there is nothing to say
 */
public record Ended(How how, Duration after, String detail) {
    /** The four ways. */
    public enum How {
        /** What was waited for is there. */
        HELD,
        /** It cannot come any more. */
        GAVE_UP,
        /** The deadline passed. */
        TIMED_OUT,
        /** The thread was interrupted, and still is. */
        INTERRUPTED
    }

    public boolean held() {
        return how == How.HELD;
    }
}
