package dev.blackstart.verdict;

import java.time.Duration;
import java.util.Optional;

/**
 * What became of the ledger's writes.
 *
 * @param unanswered writes that were not acknowledged: refused, or never answered
 * @param refusal what most of those came to; empty where all were acknowledged
 * @param found acknowledged, and there after recovery; empty, as the two that follow: nobody looked
 * @param lost acknowledged, and gone
 * @param untold acknowledged, and not told whether there
 * @param erasures what it erased again, counted apart from all of these; empty: it erases nothing
 */
public record Workload(
        int written,
        int acknowledged,
        int unanswered,
        String refusal,
        Optional<Integer> found,
        Optional<Integer> lost,
        Optional<Integer> untold,
        boolean readBack,
        Duration lasted,
        Optional<Erasures> erasures) {
    /** Whether of one acknowledged write at least is known what became of it. */
    boolean told() {
        return found.orElse(0) + lost.orElse(0) > 0;
    }
}
