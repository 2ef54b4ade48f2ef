package dev.blackstart.drill;

import dev.blackstart.clock.Ticker;
import dev.blackstart.journal.Event;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/** Adds up where an attempt's time goes; for one thread. */
final class Meter {
    /** What time is spent on; the rest is our own. */
    enum Kind {
        /** The runbook's blocks. */
        STEPS,
        /** Waits for real services, the workload's length among them. */
        WAITS,
        /** The engine's own work. */
        ENGINE
    }

    private final Ticker ticker;
    private final Duration began;
    private final Map<Kind, Duration> spent = new EnumMap<>(Kind.class);

    Meter(Ticker ticker) {
        this.ticker = ticker;
        this.began = ticker.elapsed();
    }

    <T> T spend(Kind kind, Supplier<T> task) {
        Duration from = ticker.elapsed();
        try {
            return task.get();
        } finally {
            spent.merge(kind, ticker.elapsed().minus(from), Duration::plus);
        }
    }

    Event.Overhead overhead() {
        Duration whole = ticker.elapsed().minus(began);
        Duration others = spent.values().stream().reduce(Duration.ZERO, Duration::plus);
        return new Event.Overhead(whole, of(Kind.STEPS), of(Kind.WAITS), of(Kind.ENGINE), whole.minus(others));
    }

    private Duration of(Kind kind) {
        return spent.getOrDefault(kind, Duration.ZERO);
    }
}
