package dev.blackstart.observe;

import dev.blackstart.clock.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Measures how much longer a little work takes on this machine than it would on one with nothing else to do: 2 % of one
 * core are spent on it.
 */
public final class LagMeter implements AutoCloseable {
    private static final Duration WORK = Duration.ofMillis(10);
    private static final Duration EVERY = Duration.ofMillis(500);

    private final Ticker ticker;
    private final ScheduledExecutorService schedule = Pacemaker.create("lag");
    private Duration sum = Duration.ZERO;
    private Duration worst = Duration.ZERO;
    private int times;

    public LagMeter(Ticker ticker) {
        this.ticker = ticker;
    }

    /**
     * What was measured.
     *
     * @param mean how much longer than {@code work} that took
     */
    public record Lag(Duration work, Duration mean, Duration worst, int times) {}

    public void start() {
        var ignored = schedule.scheduleWithFixedDelay(this::once, 0, EVERY.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Count from now on only. */
    public synchronized void reset() {
        sum = Duration.ZERO;
        worst = Duration.ZERO;
        times = 0;
    }

    /** Empty: nothing was measured. */
    public synchronized Optional<Lag> lag() {
        return times == 0 ? Optional.empty() : Optional.of(new Lag(WORK, sum.dividedBy(times), worst, times));
    }

    void once() {
        Duration lag = ticker.lag(WORK);
        synchronized (this) {
            sum = sum.plus(lag);
            worst = worst.compareTo(lag) > 0 ? worst : lag;
            times++;
        }
    }

    @Override
    public void close() {
        schedule.shutdownNow();
    }
}
