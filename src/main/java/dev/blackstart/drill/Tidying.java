package dev.blackstart.drill;

import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Removes replicas whose attempts have ended, beside what comes next; a run is over when all of them are gone. */
final class Tidying {
    private final Collection<CompletableFuture<Void>> begun = new ConcurrentLinkedQueue<>();

    void begin(Runnable removal) {
        begun.add(CompletableFuture.runAsync(removal, work -> {
            Thread thread = new Thread(work, "tidying");
            thread.setDaemon(true);
            thread.start();
        }));
    }

    /**
     * Wait for all that was begun.
     *
     * @throws RuntimeException what a removal threw: mostly, what its run ends with already
     */
    void finish() {
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
