package dev.blackstart.clock;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Does things that wait for others side by side, and ends when the last of them has ended.
 *
 * <p>What one of them throws is thrown then, as it is, with what the others threw as suppressed; an {@link Error} comes
 * first, because it says nothing about what was done. An interrupt ends all of them, with a
 * {@link CancellationException}.
 */
public final class SideBySide {
    private SideBySide() {}

    public static void run(Collection<? extends Runnable> tasks) {
        run(tasks, tasks.size());
    }

    /** Run all of them, with no more than so many under way. */
    public static void run(Collection<? extends Runnable> tasks, int atOnce) {
        join(tasks.stream().map(task -> new FutureTask<>(task, true)).toList(), atOnce);
    }

    /** Do the same with each of these things. */
    public static <T> void each(Collection<T> things, Consumer<T> work) {
        run(things.stream().map(thing -> (Runnable) () -> work.accept(thing)).toList());
    }

    /** Make something of each of these things, in their order. */
    public static <T, R> Map<T, R> map(Collection<T> things, Function<T, R> work) {
        Map<T, FutureTask<R>> tasks = new LinkedHashMap<>();
        things.forEach(thing -> tasks.put(thing, new FutureTask<>(() -> work.apply(thing))));
        join(tasks.values(), tasks.size());
        Map<T, R> results = new LinkedHashMap<>();
        tasks.forEach((thing, task) -> results.put(thing, result(task)));
        return results;
    }

    private static <R> R result(FutureTask<R> ended) {
        try {
            return ended.get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e); // it has ended, and well
        }
    }

    private static void join(Collection<? extends FutureTask<?>> tasks, int atOnce) {
        if (tasks.isEmpty()) {
            return;
        }
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(atOnce, tasks.size()), SideBySide::daemon);
        try {
            tasks.forEach(threads::execute);
            throwAny(failures(tasks));
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Throwable> failures(Collection<? extends FutureTask<?>> tasks) {
        List<Throwable> failures = new ArrayList<>();
        for (FutureTask<?> task : tasks) {
            try {
                task.get();
            } catch (ExecutionException e) {
                failures.add(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                tasks.forEach(other -> other.cancel(true));
                CancellationException interrupted = new CancellationException("interrupted");
                interrupted.initCause(e);
                throw interrupted;
            }
        }
        return failures;
    }

    private static void throwAny(List<Throwable> failures) {
        if (failures.isEmpty()) {
            return;
        }
        Throwable first = failures.stream()
                .filter(failure -> failure instanceof Error)
                .findFirst()
                .orElse(failures.get(0));
        failures.stream().filter(other -> other != first).forEach(first::addSuppressed);
        if (first instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) first; // neither a Runnable nor a Function can throw anything else
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "side-by-side");
        thread.setDaemon(true);
        return thread;
    }
}
