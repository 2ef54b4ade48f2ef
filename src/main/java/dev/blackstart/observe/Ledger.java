package dev.blackstart.observe;

import dev.blackstart.clock.Deadline;
import dev.blackstart.clock.Ticker;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes through the service's own door at a steady rate, and records outside what was acknowledged when. */
public final class Ledger implements AutoCloseable {
    private final Ticker ticker;
    private final HttpCall http;
    private final LedgerPlan plan;
    private final LedgerToken token;
    private final Consumer<Write> listener;
    private final Optional<Eraser> eraser;
    private final ScheduledExecutorService schedule = Pacemaker.create("ledger");
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final TreeMap<Integer, Write> writes = new TreeMap<>();
    private int begun;
    private int outstanding;
    private boolean stopped;
    private @Nullable RuntimeException fault;

    /** @param listener is told of each write when its answer is there or will not come; it has to be quick */
    public Ledger(Ticker ticker, HttpCall http, LedgerPlan plan, LedgerToken token, Consumer<Write> listener) {
        this.ticker = ticker;
        this.http = http;
        this.plan = plan;
        this.token = token;
        this.listener = listener;
        this.eraser = plan.erase().map(how -> new Eraser(ticker, http, plan, how));
    }

    /** Begin to write. */
    public void start() {
        var ignored =
                schedule.scheduleAtFixedRate(this::write, 0, plan.interval().toNanos(), TimeUnit.NANOSECONDS);
    }

    /**
     * Write and erase no more, and give the answers that are still out some time to come; then nothing changes any more. Writes
     * without an answer until then are unanswered. What the listener threw is thrown here.
     */
    public LedgerRecord stop(Duration grace) {
        close();
        awaitAnswers(grace);
        lock.lock();
        try {
            stopped = true;
            if (fault != null) {
                throw fault;
            }
            writes.replaceAll((number, write) ->
                    write.detail().isEmpty() ? left(write, "no answer when the ledger was closed") : write);
            return record(erasures().stream().filter(Erasure::asked).toList());
        } finally {
            lock.unlock();
        }
    }

    /** What was written so far; among its erasures is what will be erased, too. */
    public LedgerRecord soFar() {
        lock.lock();
        try {
            return record(erasures());
        } finally {
            lock.unlock();
        }
    }

    private LedgerRecord record(List<Erasure> erasures) {
        return new LedgerRecord(token, List.copyOf(writes.values()), erasures);
    }

    private List<Erasure> erasures() {
        return eraser.map(Eraser::soFar).orElse(List.of());
    }

    /** Write and erase no more. */
    @Override
    public void close() {
        schedule.shutdownNow();
        eraser.ifPresent(Eraser::close);
    }

    private void write() {
        int number;
        Write write;
        lock.lock();
        try {
            if (stopped || outstanding >= plan.mostOutstanding()) {
                return;
            }
            outstanding++;
            number = ++begun;
            write = new Write(token.id(number), ticker.elapsed(), Optional.empty(), "");
            writes.put(number, write);
        } finally {
            lock.unlock();
        }
        var ignored = http.ask(plan.endpoint(), plan.write(write.id()), plan.deadline())
                .handle((answer, failure) ->
                        failure == null ? answered(write, answer) : left(write, Reason.of(failure, plan.deadline())))
                .thenAccept(done -> settle(number, done));
    }

    private Write answered(Write write, HttpAnswer answer) {
        if (!answer.successful()) {
            return left(write, "refused: " + answer.status());
        }
        return new Write(write.id(), write.sentAt(), Optional.of(ticker.elapsed()), String.valueOf(answer.status()));
    }

    private static Write left(Write write, String why) {
        return new Write(write.id(), write.sentAt(), Optional.empty(), why);
    }

    private void settle(int number, Write write) {
        lock.lock();
        try {
            outstanding--;
            news.signalAll();
            if (stopped) {
                return;
            }
            writes.put(number, write);
            eraser.ifPresent(erases -> erases.heard(write));
            listener.accept(write);
        } catch (RuntimeException e) {
            fault = e;
        } finally {
            lock.unlock();
        }
    }

    private void awaitAnswers(Duration grace) {
        Deadline end = Deadline.in(ticker, grace);
        lock.lock();
        try {
            while (outstanding > 0 && !end.passed()) {
                var ignored = news.awaitNanos(end.left().toNanos());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
