package dev.blackstart.drill;

import dev.blackstart.journal.Entry;
import dev.blackstart.run.FinishedRun;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Tells an observer in order, on a thread of its own: a terminal that is paused, or a pipe that nobody reads, stops neither
 * a measurement nor the end of a run. Whoever tells something never waits.
 */
public final class Relay implements Observer, AutoCloseable {
    /** Who takes nothing in that time reads nothing. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Observer observer;
    private final Duration patience;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(Relay::daemon);
    private final AtomicLong told = new AtomicLong();

    public Relay(Observer observer) {
        this(observer, PATIENCE);
    }

    Relay(Observer observer, Duration patience) {
        this.observer = observer;
        this.patience = patience;
    }

    /** Tell nobody. */
    public static Relay toNobody() {
        return new Relay(new Observer() {
            @Override
            public void entry(Entry entry) {}

            @Override
            public void progress(String line) {}

            @Override
            public void reported(FinishedRun run) {}
        });
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "observer");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void entry(Entry entry) {
        tell(() -> observer.entry(entry));
    }

    @Override
    public void progress(String line) {
        tell(() -> observer.progress(line));
    }

    @Override
    public void reported(FinishedRun run) {
        tell(() -> observer.reported(run));
    }

    /** Wait until all that was told so far has been heard, however long that takes, or nothing is heard any more. */
    public void settle() {
        CountDownLatch last = new CountDownLatch(1);
        tell(last::countDown);
        try {
            long before;
            do {
                before = told.get();
            } while (!last.await(patience.toNanos(), TimeUnit.NANOSECONDS) && told.get() > before);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Settle; what nobody has heard by then is told once somebody listens again. */
    @Override
    public void close() {
        settle();
        thread.shutdown();
    }

    private void tell(Runnable what) {
        thread.execute(() -> {
            what.run();
            told.incrementAndGet();
        });
    }
}
