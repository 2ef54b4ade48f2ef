package dev.blackstart.observe;

import java.time.Duration;

/**
 * How often a probe asks.
 *
 * @param interval between two questions, at least
 * @param deadline of each question
 * @param mostOutstanding questions without an answer yet; no more are asked meanwhile
 * @param adapts while the service answers, it is asked less often the more its answers cost: see {@link ProbeTrack#due}
 */
public record ProbePace(Duration interval, Duration deadline, int mostOutstanding, boolean adapts) {
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(1);
    private static final int MOST = 80;

    /**
     * Questions without an answer that a service may have at once: one that never held yet may still start and, on a busy
     * machine, would drown in more, and never come up.
     */
    static final int AT_FIRST = 4;

    /**
     * Every 15 ms, so that a late timer still makes it within 20, while nothing answers; one second for an answer. A service
     * that takes questions and answers none has no more than 20 of them, and is asked every 63 ms.
     */
    public static final ProbePace DEFAULT = new ProbePace(Duration.ofMillis(15), ANSWERED_WITHIN, 20, true);

    /**
     * Four times a second at most, for who wants to know whether something comes back, and not to the millisecond when: to ask
     * nobody as often as {@link #DEFAULT} does takes half of a core.
     */
    public static final ProbePace UNHURRIED = new ProbePace(Duration.ofMillis(250), ANSWERED_WITHIN, 10, true);

    public ProbePace {
        if (interval.isZero() || interval.isNegative() || deadline.isZero() || deadline.isNegative()) {
            throw new IllegalArgumentException("probes need an interval and a deadline");
        }
        if (mostOutstanding < 1) {
            throw new IllegalArgumentException("at least one question must be allowed");
        }
    }

    /** How long it waits at least; {@code silence}: so that questions which nobody answers come evenly until their deadline. */
    Duration between(boolean silence) {
        return adapts && silence ? deadline.dividedBy(Math.max(1, mostOutstanding - AT_FIRST)) : Duration.ZERO;
    }

    /** A steady pace. */
    public ProbePace(Duration interval, Duration deadline, int mostOutstanding) {
        this(interval, deadline, mostOutstanding, false);
    }

    /** The pace that somebody wants, whatever it costs the service. */
    public static ProbePace every(Duration interval) {
        return new ProbePace(interval, ANSWERED_WITHIN, MOST);
    }
}
