package dev.blackstart.observe;

import dev.blackstart.clock.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Learns what a service answers for writes while it is whole, so that what comes back can be compared with it: an id is not
 * all of a write. Answers that change by themselves are told from others by asking twice, some time apart.
 */
public final class ContentBaseline {
    private static final Duration BETWEEN_EARLY = Duration.ofMillis(500);
    private static final int MOST_EARLY = 50;
    private static final int MOST = 500;
    private static final int TWICE = 5;
    private static final int AT_ONCE = 8;
    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(10);

    private final Ticker ticker;
    private final HttpCall http;
    private final LedgerPlan plan;
    private final Map<String, Body> early = new ConcurrentHashMap<>();
    private final Map<String, Body> before = new ConcurrentHashMap<>();
    private Optional<Duration> lastEarly = Optional.empty();
    private Moving moving = new Moving();

    public ContentBaseline(Ticker ticker, HttpCall http, LedgerPlan plan) {
        this.ticker = ticker;
        this.http = http;
        this.plan = plan;
    }

    /**
     * What became of it after the recovery.
     *
     * @param example of a write that is altered, in words
     * @param unsteady what changes by itself, and was left out, in words; with nothing compared, nothing was left
     */
    public record Comparison(int compared, int altered, Optional<String> example, Optional<String> unsteady) {}

    /** Hear of a write; of some, what the service answers right away is kept. Does not wait. */
    public synchronized void heard(Write write) {
        Duration now = ticker.elapsed();
        boolean due = lastEarly
                .map(last -> now.minus(last).compareTo(BETWEEN_EARLY) >= 0)
                .orElse(true);
        if (!write.acknowledged() || !due || early.size() >= MOST_EARLY) {
            return;
        }
        lastEarly = Optional.of(now);
        var ignored = http.ask(plan.endpoint(), plan.read(write.id()), plan.deadline())
                .thenAccept(answer -> {
                    if (answer.status() == 200 && answer.body().contains(write.id())) {
                        early.put(write.id(), Body.of(answer.body()));
                    }
                });
    }

    /** Ask for the acknowledged writes, for many of them where there are very many; gives what was found of them. */
    public ReadBack settle(LedgerRecord soFar) {
        LedgerReader reader = new LedgerReader(ticker, http, plan);
        LedgerRecord chosen = new LedgerRecord(soFar.token(), spread(soFar.acknowledged(), MOST));
        ReadBack read = reader.readBack(chosen, SETTLED_WITHIN, AT_ONCE, (id, body) -> before.put(id, Body.of(body)));
        Map<String, Body> again = new ConcurrentHashMap<>();
        reader.readBack(
                new LedgerRecord(soFar.token(), spread(chosen.writes(), TWICE)),
                SETTLED_WITHIN,
                AT_ONCE,
                (id, body) -> again.put(id, Body.of(body)));
        moving = new Moving();
        moving.learn(early, before);
        moving.learn(before, again);
        return read;
    }

    /** @param after what is answered now, by id */
    public Comparison compare(Map<String, String> after) {
        if (moving.all()) {
            return new Comparison(0, 0, Optional.empty(), moving.example());
        }
        int compared = 0;
        List<String> altered = new ArrayList<>();
        for (Map.Entry<String, String> answer : new TreeMap<>(after).entrySet()) {
            Body was = before.get(answer.getKey());
            Body is = Body.of(answer.getValue());
            compared += was == null ? 0 : 1;
            if (was != null && !moving.same(was, is)) {
                altered.add(answer.getKey() + " " + was.difference(is));
            }
        }
        return new Comparison(compared, altered.size(), altered.stream().findFirst(), moving.example());
    }

    /** So many of them, from the first to the last. */
    private static List<Write> spread(List<Write> writes, int most) {
        if (writes.size() <= most) {
            return writes;
        }
        List<Write> chosen = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            chosen.add(writes.get((int) ((long) i * (writes.size() - 1) / (most - 1))));
        }
        return chosen;
    }
}
