package dev.blackstart.observe;

import java.time.Duration;
import java.util.Optional;

/**
 * One write of the ledger.
 *
 * @param sentAt when it was begun, on the run's ticker
 * @param acknowledgedAt when the service had said that it has it; empty: it never did
 * @param detail the answer, or why there was none
 */
public record Write(String id, Duration sentAt, Optional<Duration> acknowledgedAt, String detail) {
    public boolean acknowledged() {
        return acknowledgedAt.isPresent();
    }
}
