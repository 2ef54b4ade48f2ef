package dev.blackstart.observe;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What came back, as the writes tell that came back with it.
 *
 * @param lost when those were acknowledged that are lost
 * @param begun when the last was begun that is there
 */
public record RecoveredWrites(List<Duration> lost, Optional<Duration> begun) {
    public RecoveredWrites {
        lost = List.copyOf(lost);
    }

    /** Take it from a ledger that was read back. */
    public static RecoveredWrites of(LedgerRecord record, ReadBack readBack) {
        return new RecoveredWrites(
                among(record, readBack.lost())
                        .flatMap(write -> write.acknowledgedAt().stream())
                        .toList(),
                among(record, readBack.found()).map(Write::sentAt).max(Duration::compareTo));
    }

    private static Stream<Write> among(LedgerRecord record, List<String> ids) {
        Set<String> known = Set.copyOf(ids);
        return record.acknowledged().stream().filter(write -> known.contains(write.id()));
    }

    /** How many of the lost writes somebody has who copied everything at this moment, or later. */
    public int lostBefore(Duration moment) {
        return (int) lost.stream().filter(at -> at.compareTo(moment) < 0).count();
    }

    /** Whether a copy that was made at some moment between these two would have just these writes. */
    public boolean fits(Duration from, Duration until) {
        return lostBefore(from) == 0
                && begun.filter(last -> last.compareTo(until) > 0).isEmpty();
    }
}
