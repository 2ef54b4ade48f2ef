package dev.blackstart.observe;

import dev.blackstart.clock.Ticker;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Writes once in a while as soon as a service answers again, and keeps when each write was acknowledged: a service is back
 * when it takes writes, whatever its pages say. What it writes is marked as the workload's own.
 */
public final class FirstWrites implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** Waits, for as long as it takes, until a service answers. */
    public interface Answering {
        void await() throws InterruptedException;
    }

    private final Ticker ticker;
    private final HttpCall http;
    private final LedgerPlan plan;
    private final LedgerToken token;
    private final List<Duration> taken = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * Begin.
     *
     * @param answering nothing is written before it has ended
     * @param first the number of the first write
     */
    public FirstWrites(
            Ticker ticker, HttpCall http, LedgerPlan plan, LedgerToken token, int first, Answering answering) {
        this.ticker = ticker;
        this.http = http;
        this.plan = plan;
        this.token = token;
        this.thread = new Thread(() -> write(first, answering), "first-writes");
        thread.setDaemon(true);
        thread.start();
    }

    private void write(int first, Answering answering) {
        int number = first;
        try {
            do {
                answering.await();
                once(number++);
            } while (!closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    private void once(int number) {
        http.ask(plan.endpoint(), plan.write(token.id(number)), plan.deadline())
                .handle((answer, failure) -> failure == null && answer.successful() && taken.add(ticker.elapsed()))
                .join();
    }

    /** When the first write was acknowledged that came not before this moment; empty: none was, so far. */
    public Optional<Duration> takenSince(Duration moment) {
        return taken.stream().filter(at -> at.compareTo(moment) >= 0).findFirst();
    }

    /** Write no more. */
    @Override
    public void close() {
        closed.countDown();
        thread.interrupt();
        try {
            thread.join(plan.deadline().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
