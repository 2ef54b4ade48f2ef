package dev.blackstart.clock;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * Waits by asking again and again, with a deadline, an interval and a way to give up early.
 *
 * <p>Why not Awaitility: docs/adr/0008.
 */
public final class Await {
    private final Ticker ticker;

    public Await(Ticker ticker) {
        this.ticker = ticker;
    }

    /** What is known so far. */
    public record Answer(Kind kind, String detail) {
        enum Kind {
            YES,
            NOT_YET,
            NEVER
        }

        /** It holds. */
        public static Answer yes() {
            return yes("");
        }

        /** It holds; {@code detail} says by what. */
        public static Answer yes(String detail) {
            return new Answer(Kind.YES, detail);
        }

        /** Ask again; {@code detail} is told if time runs out. */
        public static Answer notYet(String detail) {
            return new Answer(Kind.NOT_YET, detail);
        }

        /** It cannot hold any more: stop to wait. */
        public static Answer never(String why) {
            return new Answer(Kind.NEVER, why);
        }
    }

    /** Ask at once, then every {@code interval}, at the latest when the deadline has passed. */
    public Ended until(Duration deadline, Duration interval, Supplier<Answer> question) {
        if (interval.isNegative() || interval.isZero()) {
            throw new IllegalArgumentException("an interval must be positive: " + interval);
        }
        Duration began = ticker.elapsed();
        Deadline end = Deadline.in(ticker, deadline);
        while (true) {
            boolean last = end.passed();
            Answer answer = question.get();
            Duration after = ticker.elapsed().minus(began);
            switch (answer.kind()) {
                case YES -> {
                    return new Ended(Ended.How.HELD, after, answer.detail());
                }
                case NEVER -> {
                    return new Ended(Ended.How.GAVE_UP, after, answer.detail());
                }
                case NOT_YET -> {
                    if (last) {
                        return new Ended(Ended.How.TIMED_OUT, after, answer.detail());
                    }
                }
            }
            try {
                ticker.pause(end.atMost(interval));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new Ended(Ended.How.INTERRUPTED, ticker.elapsed().minus(began), answer.detail());
            }
        }
    }
}
