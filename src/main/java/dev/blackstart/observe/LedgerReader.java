package dev.blackstart.observe;

import dev.blackstart.clock.Deadline;
import dev.blackstart.clock.Ticker;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** Asks a recovered service for every write that it had acknowledged. */
public final class LedgerReader {
    private static final Duration BETWEEN_ROUNDS = Duration.ofMillis(100);

    private final Ticker ticker;
    private final HttpCall http;
    private final LedgerPlan plan;

    public LedgerReader(Ticker ticker, HttpCall http, LedgerPlan plan) {
        this.ticker = ticker;
        this.http = http;
        this.plan = plan;
    }

    /**
     * Ask for each acknowledged write until the answer is definite: 200 with the id in it, or 404, 410 or 200 without
     * it. Anything else is asked again until the deadline, or until the thread is interrupted.
     *
     * @param atOnce how many questions may be open at a time
     */
    public ReadBack readBack(LedgerRecord record, Duration deadline, int atOnce) {
        return readBack(record, deadline, atOnce, (id, body) -> {});
    }

    /** The same; {@code heard} is told, by id, what was answered for each write that is there. */
    public ReadBack readBack(LedgerRecord record, Duration deadline, int atOnce, BiConsumer<String, String> heard) {
        return readBack(record.acknowledged().stream().map(Write::id).toList(), deadline, atOnce, heard);
    }

    /** Ask in the same way for writes by their ids. */
    public ReadBack readBack(Collection<String> ids, Duration deadline, int atOnce, BiConsumer<String, String> heard) {
        Round round = new Round(atOnce, heard);
        ids.forEach(id -> round.untold.put(id, "not asked: no time was left"));
        Deadline end = Deadline.in(ticker, deadline);
        try {
            while (!round.untold.isEmpty() && !end.passed()) {
                round.ask(List.copyOf(round.untold.keySet()), end);
                if (!round.untold.isEmpty()) {
                    ticker.pause(end.atMost(BETWEEN_ROUNDS));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return round.result();
    }

    /** Ask for writes that were never made; gives what was answered if that says that one is there. */
    public Optional<String> findsNever(LedgerToken token, Duration deadline) {
        List<String> found = new CopyOnWriteArrayList<>();
        readBack(token.never(), deadline, 1, (id, body) -> found.add(id + ": " + body));
        return found.stream().findFirst();
    }

    private final class Round {
        private final int atOnce;
        private final BiConsumer<String, String> heard;
        private final Semaphore free;
        private final ConcurrentSkipListSet<String> found = new ConcurrentSkipListSet<>();
        private final ConcurrentSkipListSet<String> lost = new ConcurrentSkipListSet<>();
        private final Map<String, String> untold = new ConcurrentSkipListMap<>();

        Round(int atOnce, BiConsumer<String, String> heard) {
            this.atOnce = atOnce;
            this.heard = heard;
            this.free = new Semaphore(atOnce);
        }

        void ask(List<String> ids, Deadline end) throws InterruptedException {
            for (String id : ids) {
                if (!free.tryAcquire(end.left().toNanos(), TimeUnit.NANOSECONDS)) {
                    break;
                }
                Duration patience = end.atMost(plan.deadline());
                if (patience.isZero()) {
                    free.release();
                    break;
                }
                var ignored = http.ask(plan.endpoint(), plan.read(id), patience).handle((answer, failure) -> {
                    if (failure == null) {
                        told(id, answer);
                    } else {
                        untold.put(id, Reason.of(failure, patience));
                    }
                    free.release();
                    return id;
                });
            }
            free.acquire(atOnce);
            free.release(atOnce);
        }

        ReadBack result() {
            return new ReadBack(List.copyOf(found), List.copyOf(lost), Map.copyOf(untold));
        }

        private void told(String id, HttpAnswer answer) {
            switch (Presence.of(answer, id)) {
                case THERE -> {
                    heard.accept(id, answer.body());
                    found.add(id);
                    untold.remove(id);
                }
                case GONE -> {
                    lost.add(id);
                    untold.remove(id);
                }
                case UNTOLD -> untold.put(id, "answered " + answer.status());
            }
        }
    }
}
