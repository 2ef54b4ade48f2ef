package dev.blackstart.drill;

import dev.blackstart.history.AttemptHistory;
import dev.blackstart.history.StepRun;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * How long a recovery may go on after a step has failed: what waits for what cannot come would wait for long.
 *
 * @param took how long each step took in the drill itself
 */
record Patience(Map<Integer, Duration> took) {
    static final Patience NONE = new Patience(Map.of());

    private static final Duration LEAST = Duration.ofSeconds(2);

    Patience {
        took = Map.copyOf(took);
    }

    static Patience asIn(AttemptHistory main) {
        Map<Integer, Duration> took = new HashMap<>();
        for (StepRun step : main.steps()) {
            step.ended().ifPresent(end -> took.put(step.number(), end.at().minus(step.startedAt())));
        }
        return new Patience(took);
    }

    /** With one step; what takes longer than it did, or a bit, mostly waits. */
    Duration with(int step) {
        return took.getOrDefault(step, Duration.ZERO).multipliedBy(2).plus(LEAST);
    }

    /** With all of them together: as long as the drill itself took. */
    Duration withAll() {
        return took.values().stream().reduce(LEAST, Duration::plus);
    }
}
