package dev.blackstart.clock;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does things that wait for an engine side by side, and ends when the last of them has ended. */
public final class SideBySide {
    private SideBySide() {}

    /** Run all of them; the first that failed is thrown once none runs any more, the others added as suppressed. */
    public static void run(Collection<? extends Runnable> tasks) {
        run(tasks, tasks.size());
    }

    /** The same, with no more than so many under way. */
    public static void run(Collection<? extends Runnable> tasks, int atOnce) {
        if (tasks.isEmpty()) {
            return;
        }
        ExecutorService threads = Executors.newFixedThreadPool(atOnce);
        try {
            List<Future<?>> futures = new ArrayList<>();
            tasks.forEach(task -> futures.add(threads.submit(task)));
            join(futures);
        } finally {
            threads.shutdown();
        }
    }

    private static void join(List<Future<?>> futures) {
        List<RuntimeException> failures = new ArrayList<>();
        for (Future<?> future : futures) {
            try {
                future.get();
            } catch (ExecutionException e) {
                failures.add(e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
        if (!failures.isEmpty()) {
            RuntimeException first = failures.get(0);
            failures.stream().skip(1).forEach(first::addSuppressed);
            throw first;
        }
    }
}
