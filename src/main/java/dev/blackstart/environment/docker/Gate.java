package dev.blackstart.environment.docker;

import dev.blackstart.clock.Deadline;
import dev.blackstart.clock.Ticker;
import dev.blackstart.environment.EngineException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

/** Lets runs make things in the engine, and, once closed to one, nothing more: what is removed then stays removed. */
final class Gate {
    private final Map<String, Integer> making = new HashMap<>();
    private final Set<String> closed = new HashSet<>();

    /** Make something for a run; throws where the gate is closed to it. */
    <T> T pass(String run, Callable<T> task) throws Exception {
        enter(run);
        try {
            return task.call();
        } finally {
            leave(run);
        }
    }

    /** Let nothing more be made for this run, and wait for what is being made, at most this long. */
    synchronized void close(String run, Duration limit, Ticker ticker) {
        closed.add(run);
        Deadline deadline = Deadline.in(ticker, limit);
        while (making.containsKey(run) && !deadline.passed()) {
            try {
                wait(Math.max(1, deadline.left().toMillis()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private synchronized void enter(String run) {
        if (closed.contains(run)) {
            throw new EngineException("the run " + run + " is being ended", "Run it again.");
        }
        making.merge(run, 1, Integer::sum);
    }

    private synchronized void leave(String run) {
        making.computeIfPresent(run, (key, count) -> count == 1 ? null : count - 1);
        notifyAll();
    }
}
