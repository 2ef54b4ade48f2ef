package dev.blackstart.verdict;

import java.time.Duration;

/**
 * What became of the ledger's writes.
 *
 * @param unanswered writes of which the client never heard whether they were taken
 * @param found acknowledged, and there after recovery
 * @param lost acknowledged, and gone
 * @param untold acknowledged, and not told whether there
 * @param readBack false: nobody looked after recovery, so the three counts above say nothing
 */
public record Workload(
        int written,
        int acknowledged,
        int unanswered,
        int found,
        int lost,
        int untold,
        boolean readBack,
        Duration lasted) {}
