package dev.blackstart.observe;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Acknowledged writes that are lost, though others came back that were begun only after those had been acknowledged: no
 * backup that is whole up to a moment leaves such a hole.
 *
 * @param lost the first of them
 * @param later the last write that came back
 */
public record Hole(int writes, Write lost, Write later) {
    /** Find one in a ledger that was read back. */
    public static Optional<Hole> of(LedgerRecord record, ReadBack readBack) {
        Set<String> lost = Set.copyOf(readBack.lost());
        Set<String> found = Set.copyOf(readBack.found());
        Optional<Write> last = record.acknowledged().stream()
                .filter(write -> found.contains(write.id()))
                .max(Comparator.comparing(Write::sentAt));
        return last.flatMap(later -> {
            List<Write> missing = record.acknowledged().stream()
                    .filter(write -> lost.contains(write.id()))
                    .filter(write -> acknowledgedAt(write).compareTo(later.sentAt()) < 0)
                    .toList();
            return missing.stream()
                    .min(Comparator.comparing(Hole::acknowledgedAt))
                    .map(first -> new Hole(missing.size(), first, later));
        });
    }

    private static Duration acknowledgedAt(Write write) {
        return write.acknowledgedAt().orElseThrow();
    }
}
