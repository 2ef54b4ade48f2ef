package dev.blackstart.observe;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How far back erased writes came again: the measure of a recovery point, for what must not be there.
 *
 * @param actual from the acknowledgement of the oldest erasure that came back to the strike; zero if none did
 * @param boundedBelow not one erased write is known to have stayed away: the actual is at least this
 * @param gone erased before the strike, and not there
 * @param untold erased before the strike, and nothing could be said of it
 * @param oldest the oldest erasure that came back
 */
public record ErasurePoint(
        Duration actual, boolean boundedBelow, int gone, int cameBack, int untold, Optional<Erasure> oldest) {
    /** Judge erasures that were acknowledged and seen before the strike, by a read-back of their ids. */
    public static ErasurePoint of(List<Erasure> erased, ReadBack readBack, Duration struckAt) {
        Set<String> there = Set.copyOf(readBack.found());
        Set<String> away = Set.copyOf(readBack.lost());
        List<Erasure> back =
                erased.stream().filter(one -> there.contains(one.id())).toList();
        int gone = (int) erased.stream().filter(one -> away.contains(one.id())).count();
        Optional<Erasure> oldest = back.stream().min(Comparator.comparing(ErasurePoint::acknowledgedAt));
        return new ErasurePoint(
                oldest.map(ErasurePoint::acknowledgedAt).map(struckAt::minus).orElse(Duration.ZERO),
                !erased.isEmpty() && gone == 0,
                gone,
                back.size(),
                erased.size() - gone - back.size(),
                oldest);
    }

    /** How many were erased after a moment, of writes from before it: what is as it was at that moment holds these. */
    public static int exposed(List<Erasure> erased, LedgerRecord record, Duration moment) {
        Set<String> older = record.writes().stream()
                .filter(write -> write.acknowledgedAt()
                        .filter(at -> at.compareTo(moment) <= 0)
                        .isPresent())
                .map(Write::id)
                .collect(Collectors.toSet());
        return (int) erased.stream()
                .filter(one -> older.contains(one.id()) && acknowledgedAt(one).compareTo(moment) > 0)
                .count();
    }

    private static Duration acknowledgedAt(Erasure erasure) {
        return erasure.acknowledgedAt().orElseThrow();
    }
}
