package dev.blackstart.observe;

import java.time.Duration;

/**
 * How often probes ask.
 *
 * @param interval between two questions of a probe
 * @param deadline of each question
 * @param mostOutstanding questions of one probe without an answer yet; no more are asked meanwhile. At least
 *     {@code deadline / interval}, or a black hole would make the gaps wider.
 */
public record ProbePace(Duration interval, Duration deadline, int mostOutstanding) {
    /** Every 15 ms, so that a late timer still makes it within 20; one second for an answer; never held up by none. */
    public static final ProbePace DEFAULT = new ProbePace(Duration.ofMillis(15), Duration.ofSeconds(1), 80);

    public ProbePace {
        if (interval.isZero() || interval.isNegative() || deadline.isZero() || deadline.isNegative()) {
            throw new IllegalArgumentException("probes need an interval and a deadline");
        }
        if (mostOutstanding < 1) {
            throw new IllegalArgumentException("at least one question must be allowed");
        }
    }
}
