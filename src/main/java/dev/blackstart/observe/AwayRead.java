package dev.blackstart.observe;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks for some writes while what holds them is away: who finds one has read it somewhere else, such as in a cache, and says
 * nothing of what came back. Only what is answered before anything could help counts.
 */
public final class AwayRead {
    private final HttpCall http;
    private final LedgerPlan plan;
    private boolean over;
    private boolean told;
    private Optional<String> found = Optional.empty();

    public AwayRead(HttpCall http, LedgerPlan plan) {
        this.http = http;
        this.plan = plan;
    }

    /** Ask for the first of these writes, the last and one between, without waiting for an answer. */
    public void ask(LedgerRecord soFar) {
        List<String> all = soFar.acknowledged().stream().map(Write::id).toList();
        if (all.isEmpty()) {
            return;
        }
        Set<String> some = new LinkedHashSet<>(List.of(all.get(0), all.get(all.size() / 2), all.get(all.size() - 1)));
        for (String id : some) {
            var ignored = http.ask(plan.endpoint(), plan.read(id), plan.deadline())
                    .handle((answer, failure) -> {
                        tell(id, failure == null && Presence.of(answer, id) == Presence.THERE);
                        return id;
                    });
        }
    }

    private synchronized void tell(String id, boolean there) {
        if (!over) {
            told = true;
            found = there ? Optional.of(id) : found;
        }
    }

    /** From now on something is done that may bring back what was away. */
    public synchronized void mayReturn() {
        over = true;
    }

    /** Whether anything was answered in that time. */
    public synchronized boolean told() {
        return told;
    }

    /** A write that was found in that time. */
    public synchronized Optional<String> found() {
        return found;
    }
}
