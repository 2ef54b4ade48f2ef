package dev.blackstart.drill;

import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Removes replicas whose attempts have ended, beside what comes next; who closes it waits until all of them are gone. */
final class Tidying implements AutoCloseable {
    private final Collection<CompletableFuture<Void>> begun = new ConcurrentLinkedQueue<>();

    void begin(Runnable removal) {
        begun.add(CompletableFuture.runAsync(removal, work -> {
            Thread thread = new Thread(work, "tidying");
            thread.setDaemon(true);
            thread.start();
        }));
    }

    /** Throws what a removal threw. */
    @Override
    public void close() {
        try {
            CompletableFuture.allOf(begun.toArray(CompletableFuture<?>[]::new)).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
