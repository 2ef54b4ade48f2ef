package dev.blackstart.drill;

import dev.blackstart.environment.Engine;
import dev.blackstart.environment.EngineException;
import dev.blackstart.environment.Replica.Remains;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.JournalException;
import dev.blackstart.report.Reports;
import dev.blackstart.run.FinishedRun;
import dev.blackstart.run.Leases;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Ends a run: from outside, on another thread, while the run itself finds that the engine makes nothing more for it. Each
 * thing is tried even where another could not be done.
 *
 * @param commissioning is held while an unfinished base lies about
 */
record Ending(
        String run,
        Path directory,
        Engine engine,
        Recorder recorder,
        Leases.Lease lease,
        Semaphore commissioning,
        Relay observer) {
    private static final long UNWINDING_SECONDS = 10;

    /** What may fail when a run is ended. */
    private interface Task {
        void run() throws IOException;
    }

    void because(String signal) {
        Consumer<Event> lastWord = recorder.seal();
        tried("the journal", () -> lastWord.accept(new Event.Interrupted(signal)));
        Optional<Remains> left = removed();
        left.ifPresent(count -> tried("the journal", () -> lastWord.accept(cleanedUp(count))));
        boolean written = tried("the report", () -> {
            observer.reported(new FinishedRun(Reports.write(directory), directory));
        });
        if (written && left.filter(Remains::none).isPresent()) {
            tried("the lease", lease::end);
        }
        awaitUnwound();
        observer.settle();
    }

    /** End it from inside, with the reason: whoever runs it finds that nothing can be made any more, and writes the report. */
    void because(String what, Event.Untold reason) {
        Consumer<Event> lastWord = recorder.seal();
        tried("the journal", () -> lastWord.accept(reason));
        tried("the journal", () -> lastWord.accept(new Event.Interrupted(what)));
        removed().ifPresent(count -> tried("the journal", () -> lastWord.accept(cleanedUp(count))));
    }

    private static Event cleanedUp(Remains count) {
        return new Event.CleanedUp(count.containers(), count.networks(), count.volumes(), false);
    }

    /** Make sure that the engine has nothing of this run any more. */
    boolean nothingLeft() {
        return removed().filter(Remains::none).isPresent();
    }

    private Optional<Remains> removed() {
        try {
            return Optional.of(engine.abandon(run));
        } catch (EngineException e) {
            observer.progress(e.getMessage() + "; `blackstart clean` sweeps what is left");
            return Optional.empty();
        }
    }

    private boolean tried(String what, Task task) {
        try {
            task.run();
            return true;
        } catch (IOException | JournalException e) {
            observer.progress(what + " cannot be written: " + e.getMessage());
            return false;
        }
    }

    /** The base that was being made is removed by who makes it, whose machines are gone now. */
    private void awaitUnwound() {
        try {
            if (!commissioning.tryAcquire(UNWINDING_SECONDS, TimeUnit.SECONDS)) {
                observer.progress("an unfinished base may be left; the next command removes it");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
