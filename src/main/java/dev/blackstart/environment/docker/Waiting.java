package dev.blackstart.environment.docker;

import dev.blackstart.environment.EngineException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for what another thread does, and throws what it threw. */
final class Waiting {
    private static final String INTERRUPTED = "interrupted while the engine was at work";

    private Waiting() {}

    static <T> T forResult(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw unwrapped(e);
        } catch (InterruptedException e) {
            throw interrupted(future, e);
        }
    }

    static <T> T forResult(Future<T> future, Duration limit, String what) {
        try {
            return future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw unwrapped(e);
        } catch (TimeoutException e) {
            future.cancel(true);
            throw new EngineException(
                    "the engine did not " + what + " within " + limit.toSeconds() + " s",
                    "Look at the engine's log; it hangs, or the machine is overloaded.",
                    e);
        } catch (InterruptedException e) {
            throw interrupted(future, e);
        }
    }

    private static EngineException interrupted(Future<?> future, InterruptedException e) {
        future.cancel(true);
        Thread.currentThread().interrupt();
        return new EngineException(INTERRUPTED, "Run it again.", e);
    }

    private static RuntimeException unwrapped(ExecutionException e) {
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        return e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
    }
}
