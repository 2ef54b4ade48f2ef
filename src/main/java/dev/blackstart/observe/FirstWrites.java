package dev.blackstart.observe;

import dev.blackstart.clock.Ticker;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

/**
 * Writes once in a while as soon as a service answers again, and keeps when each write was acknowledged: a service is back
 * when it takes writes, whatever its pages say. What it writes is marked as the workload's own.
 */
public final class FirstWrites implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration LOOKS_AGAIN_AFTER = Duration.ofMillis(20);

    private final Ticker ticker;
    private final HttpCall http;
    private final LedgerPlan plan;
    private final LedgerToken token;
    private final List<Duration> taken = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile boolean closed;

    /**
     * Begin.
     *
     * @param answers whether the service answers now; where it does not, nothing is written
     * @param first the number of the first write
     */
    public FirstWrites(
            Ticker ticker, HttpCall http, LedgerPlan plan, LedgerToken token, int first, BooleanSupplier answers) {
        this.ticker = ticker;
        this.http = http;
        this.plan = plan;
        this.token = token;
        this.thread = new Thread(() -> write(first, answers), "first-writes");
        thread.setDaemon(true);
        thread.start();
    }

    private void write(int first, BooleanSupplier answers) {
        int number = first;
        try {
            while (!closed) {
                boolean asked = answers.getAsBoolean();
                if (asked) {
                    once(number++);
                }
                Thread.sleep((asked ? PAUSE : LOOKS_AGAIN_AFTER).toMillis());
            }
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
        closed = true;
        thread.interrupt();
        try {
            thread.join(plan.deadline().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
