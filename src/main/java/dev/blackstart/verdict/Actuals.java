package dev.blackstart.verdict;

import java.time.Duration;
import java.util.Optional;

/**
 * What was measured, each from the strike.
 *
 * @param recoveryTime until the service was back for good and took a write; empty: it never came to that, or what came back
 *     is not what was there
 * @param serviceRestored until every probe held for good
 * @param pageDone until the last step of the runbook had ended well; empty: it never did
 * @param verified until everything was compared and checked, whatever came of it
 * @param recoveryPoint from the acknowledgement of the oldest lost write to the strike; zero: none was lost
 *     with a schedule, that comes on top
 * @param schedule how far the backups lie apart in life, of which the drill started one itself; empty: it started none
 * @param recoveryPointAtLeast the actual recovery point may be longer than what the workload could show
 * @param erasurePoint from the acknowledgement of the oldest erasure that came back to the strike, and the schedule on top;
 *     zero: none came back; empty: nothing is erased, or nobody knows
 * @param erasurePointAtLeast the actual erasure point may be longer than what the workload could show
 * @param timeToDetect until a detector named the reason, or a probe went down
 */
public record Actuals(
        Optional<Duration> recoveryTime,
        Optional<Duration> serviceRestored,
        Optional<Duration> pageDone,
        Optional<Duration> verified,
        Optional<Duration> recoveryPoint,
        Optional<Duration> schedule,
        boolean recoveryPointAtLeast,
        Optional<Duration> erasurePoint,
        boolean erasurePointAtLeast,
        Optional<Duration> timeToDetect) {}
