package dev.blackstart.observe;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How much was lost, by the writes that the service had acknowledged before the strike; later ones count nowhere.
 *
 * @param actual the RPA: from the acknowledgement of the oldest lost write to the strike; zero if none was lost
 * @param boundedBelow not one write acknowledged before the strike is known to have survived: the actual is at least this
 * @param found writes acknowledged before the strike that are there
 * @param lost writes acknowledged before the strike that are not
 * @param untold writes acknowledged before the strike of which nothing could be said
 */
public record RecoveryPoint(Duration actual, boolean boundedBelow, int found, int lost, int untold) {
    /** Judge a ledger; an acknowledged write that was not read back is untold. */
    public static RecoveryPoint of(LedgerRecord record, ReadBack readBack, Duration struckAt) {
        Set<String> foundIds = new HashSet<>(readBack.found());
        Set<String> lostIds = new HashSet<>(readBack.lost());
        List<Acknowledged> before = acknowledged(record)
                .filter(write -> write.at().compareTo(struckAt) <= 0)
                .toList();
        List<Acknowledged> missing =
                before.stream().filter(write -> !foundIds.contains(write.id())).toList();
        List<Acknowledged> lost =
                missing.stream().filter(write -> lostIds.contains(write.id())).toList();
        return new RecoveryPoint(
                age(lost, struckAt),
                !before.isEmpty() && missing.size() == before.size(),
                before.size() - missing.size(),
                lost.size(),
                missing.size() - lost.size());
    }

    private record Acknowledged(String id, Duration at) {}

    private static Stream<Acknowledged> acknowledged(LedgerRecord record) {
        return record.acknowledged().stream()
                .flatMap(write -> write.acknowledgedAt().stream().map(at -> new Acknowledged(write.id(), at)));
    }

    private static Duration age(Collection<Acknowledged> writes, Duration struckAt) {
        return writes.stream()
                .map(Acknowledged::at)
                .min(Comparator.naturalOrder())
                .map(struckAt::minus)
                .orElse(Duration.ZERO);
    }
}
