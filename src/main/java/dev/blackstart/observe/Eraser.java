package dev.blackstart.observe;

import dev.blackstart.clock.Ticker;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Erases some of the acknowledged writes again, one of so many, each once it is old enough and was seen there; then looks
 * until it is seen to be gone. It goes on whenever it hears of a write, and asks a service that answers nobody for nothing.
 */
final class Eraser implements AutoCloseable {
    private static final Duration AGAIN_AFTER = Duration.ofMillis(200);

    private final Ticker ticker;
    private final HttpCall http;
    private final LedgerPlan plan;
    private final ErasePlan how;
    private final Map<String, Erasure> erasures = new LinkedHashMap<>();
    private final Map<String, Duration> due = new LinkedHashMap<>();
    private int acknowledged;
    private int outstanding;
    private boolean closed;

    Eraser(Ticker ticker, HttpCall http, LedgerPlan plan, ErasePlan how) {
        this.ticker = ticker;
        this.http = http;
        this.plan = plan;
        this.how = how;
    }

    /** Hear of a write whose answer is there or will not come. Does not wait. */
    synchronized void heard(Write write) {
        write.acknowledgedAt().filter(at -> ++acknowledged % how.every() == 0).ifPresent(at -> {
            erasures.put(write.id(), Erasure.chosen(write.id()));
            due.put(write.id(), at.plus(how.after()));
        });
        if (!closed) {
            Duration now = ticker.elapsed();
            due.entrySet().stream()
                    .filter(one -> one.getValue().compareTo(now) <= 0)
                    .map(Map.Entry::getKey)
                    .limit(Math.max(0, plan.mostOutstanding() - outstanding))
                    .toList()
                    .forEach(this::look);
        }
    }

    /** What is to be erased, and what became of it so far. */
    synchronized List<Erasure> soFar() {
        return List.copyOf(erasures.values());
    }

    /** Ask for nothing any more. */
    @Override
    public synchronized void close() {
        closed = true;
    }

    private void look(String id) {
        due.remove(id);
        outstanding++;
        Duration askedAt = ticker.elapsed();
        var ignored = http.ask(plan.endpoint(), plan.read(id), plan.deadline())
                .handle((answer, failure) -> failure == null ? Presence.of(answer, id) : Presence.UNTOLD)
                .thenAccept(presence -> looked(id, presence, askedAt));
    }

    private synchronized void looked(String id, Presence presence, Duration askedAt) {
        outstanding--;
        Erasure one = known(id);
        if (presence == Presence.THERE) {
            erasures.put(id, one.there(askedAt));
        }
        if (presence == Presence.THERE && !one.asked() && !closed) {
            erase(id);
        } else if (presence == Presence.GONE && one.asked()) {
            erasures.put(id, one.gone(ticker.elapsed()));
        } else {
            due.put(id, askedAt.plus(AGAIN_AFTER));
        }
    }

    private void erase(String id) {
        outstanding++;
        erasures.put(id, known(id).sent(ticker.elapsed()));
        var ignored = http.ask(plan.endpoint(), plan.erase(how, id), plan.deadline())
                .handle((answer, failure) -> failure == null ? answered(id, answer) : left(id, failure))
                .thenAccept(this::settle);
    }

    private synchronized Erasure answered(String id, HttpAnswer answer) {
        return answer.successful()
                ? known(id).acknowledged(ticker.elapsed(), answer.status())
                : known(id).refused("refused: " + answer.status());
    }

    private synchronized Erasure left(String id, Throwable failure) {
        return known(id).refused(Reason.of(failure, plan.deadline()));
    }

    private synchronized void settle(Erasure one) {
        outstanding--;
        erasures.put(one.id(), one);
        if (one.acknowledgedAt().isPresent() && !closed) {
            look(one.id());
        }
    }

    private Erasure known(String id) {
        return Objects.requireNonNull(erasures.get(id));
    }
}
