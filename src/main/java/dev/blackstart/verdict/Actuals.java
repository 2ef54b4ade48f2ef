package dev.blackstart.verdict;

import java.time.Duration;
import java.util.Optional;

/**
 * What was measured, each from the strike.
 *
 * @param recoveryTime until every probe and every verification held; empty: it never came to that
 * @param serviceRestored until every probe held for good
 * @param recoveryPoint from the acknowledgement of the oldest lost write to the strike; zero: none was lost
 * @param recoveryPointAtLeast the actual recovery point may be longer than what the workload could show
 * @param timeToDetect until a detector named the reason, or a probe went down
 */
public record Actuals(
        Optional<Duration> recoveryTime,
        Optional<Duration> serviceRestored,
        Optional<Duration> recoveryPoint,
        boolean recoveryPointAtLeast,
        Optional<Duration> timeToDetect) {}
