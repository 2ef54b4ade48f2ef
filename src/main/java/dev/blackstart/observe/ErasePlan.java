package dev.blackstart.observe;

import java.time.Duration;

/**
 * How the ledger erases some of its writes again; {@code ${id}} stands for the write's id in path and body.
 *
 * @param every one of so many acknowledged writes is erased
 * @param after how old a write is then, from its acknowledgement
 */
public record ErasePlan(String method, String path, String body, int every, Duration after) {
    public ErasePlan {
        if (every < 2 || after.isNegative()) {
            throw new IllegalArgumentException("not every write is erased, and none before it is made");
        }
    }
}
