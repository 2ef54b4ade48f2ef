package dev.blackstart.environment.docker;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Function;

/** Does things side by side, and waits until all have ended; the first failure is thrown, the others go with it. */
final class Parallel {
    private final Executor workers;

    Parallel(Executor workers) {
        this.workers = workers;
    }

    <T> void each(Collection<T> things, Consumer<T> work) {
        map(things, thing -> {
            work.accept(thing);
            return thing;
        });
    }

    <T, R> Map<T, R> map(Collection<T> things, Function<T, R> work) {
        Map<T, FutureTask<R>> tasks = new LinkedHashMap<>();
        things.forEach(thing -> tasks.put(thing, new FutureTask<>(() -> work.apply(thing))));
        tasks.values().forEach(workers::execute);
        Map<T, R> results = new LinkedHashMap<>();
        List<RuntimeException> failures = new ArrayList<>();
        tasks.forEach((thing, task) -> {
            try {
                results.put(thing, Waiting.forResult(task));
            } catch (RuntimeException e) {
                failures.add(e);
            }
        });
        if (!failures.isEmpty()) {
            RuntimeException first = failures.remove(0);
            failures.stream().filter(other -> other != first).forEach(first::addSuppressed);
            throw first;
        }
        return results;
    }
}
