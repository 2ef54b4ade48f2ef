package dev.blackstart.environment.docker;

import dev.blackstart.environment.EngineException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends each call of an engine in time: a Unix socket has no read timeout, so each is made on a thread of its own. */
final class Deadlines implements AutoCloseable {
    private final ExecutorService workers = Executors.newCachedThreadPool(Deadlines::daemon);
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(Deadlines::daemon);

    /**
     * Do it within the limit.
     *
     * @param what completes "the engine did not …"
     */
    <T> T within(String what, Duration limit, Callable<T> work) {
        return within(what, limit, work, true);
    }

    /**
     * The same for work that goes on once it began: whoever waits for it is told in time, and it is not broken off then, as
     * the engine ends what it was asked for even where nobody listens to its answer.
     */
    <T> T unbroken(String what, Duration limit, Callable<T> work) {
        return within(what, limit, work, false);
    }

    private <T> T within(String what, Duration limit, Callable<T> work, boolean breakOff) {
        Future<T> future = workers.submit(() -> told(what, work));
        try {
            return future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw unwrapped(e);
        } catch (TimeoutException e) {
            future.cancel(breakOff);
            throw new EngineException(
                    "the engine did not " + what + " within " + limit.toSeconds() + " s",
                    "Look at the engine's log; it hangs, or the machine is overloaded.",
                    e);
        } catch (InterruptedException e) {
            future.cancel(breakOff);
            Thread.currentThread().interrupt();
            throw new EngineException("interrupted while the engine was at work", "Run it again.", e);
        }
    }

    /** Do this once the time is up, unless what is returned is cancelled. */
    ScheduledFuture<?> after(Duration limit, Runnable action) {
        return later.schedule(action, limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        workers.shutdownNow();
        later.shutdownNow();
    }

    private static <T> T told(String what, Callable<T> work) throws Exception {
        try {
            return work.call();
        } catch (Exception e) { // all of them: what they mean is said there
            throw EngineTrouble.told(what, e);
        }
    }

    private static RuntimeException unwrapped(ExecutionException e) {
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        return e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "engine");
        thread.setDaemon(true);
        return thread;
    }
}
