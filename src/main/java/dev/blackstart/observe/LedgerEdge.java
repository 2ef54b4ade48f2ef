package dev.blackstart.observe;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The two writes on either side of what was lost, for whoever checks a recovery point by hand.
 *
 * @param newestFound of the writes acknowledged before the strike, the last one that is there
 * @param oldestLost of the writes acknowledged before the strike, the first one that is not
 */
public record LedgerEdge(Optional<Write> newestFound, Optional<Write> oldestLost) {
    private static final Comparator<Write> BY_ACKNOWLEDGEMENT = Comparator.comparing(LedgerEdge::acknowledgedAt);

    /** Find the edge in a ledger that was read back. */
    public static LedgerEdge of(LedgerRecord record, ReadBack readBack, Duration struckAt) {
        List<Write> promised = record.acknowledged().stream()
                .filter(write -> acknowledgedAt(write).compareTo(struckAt) <= 0)
                .toList();
        return new LedgerEdge(
                among(promised, readBack.found()).max(BY_ACKNOWLEDGEMENT),
                among(promised, readBack.lost()).min(BY_ACKNOWLEDGEMENT));
    }

    private static Stream<Write> among(List<Write> writes, Collection<String> ids) {
        return writes.stream().filter(write -> ids.contains(write.id()));
    }

    private static Duration acknowledgedAt(Write write) {
        return write.acknowledgedAt().orElseThrow();
    }
}
