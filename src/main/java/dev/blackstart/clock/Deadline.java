package dev.blackstart.clock;

import java.time.Duration;

/** A moment on the run's ticker by which something has to be over. */
public final class Deadline {
    private final Ticker ticker;
    private final Duration at;

    private Deadline(Ticker ticker, Duration at) {
        this.ticker = ticker;
        this.at = at;
    }

    /** Start to count down. */
    public static Deadline in(Ticker ticker, Duration time) {
        return new Deadline(ticker, ticker.elapsed().plus(time));
    }

    /** What is left, never negative. */
    public Duration left() {
        Duration left = at.minus(ticker.elapsed());
        return left.isNegative() ? Duration.ZERO : left;
    }

    public boolean passed() {
        return left().isZero();
    }

    /** The shorter of what is left and this. */
    public Duration atMost(Duration time) {
        Duration left = left();
        return left.compareTo(time) < 0 ? left : time;
    }
}
