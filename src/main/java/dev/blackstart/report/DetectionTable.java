package dev.blackstart.report;

import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Entry;
import dev.blackstart.journal.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who saw which damage, and after how long: a function of the journal.
 *
 * @param onlookers the drill's detectors, its probes, and our comparison, by name
 * @param trouble what kept all of it from being done
 */
public record DetectionTable(String drill, List<String> onlookers, List<Row> rows, List<String> trouble) {
    static final String PROBES = "the steady state";

    public DetectionTable {
        onlookers = List.copyOf(onlookers);
        rows = List.copyOf(rows);
        trouble = List.copyOf(trouble);
    }

    /**
     * What came of one damage.
     *
     * @param done what was seen of it; empty: it could not be done, which tells nothing
     * @param why it could not, or not everybody could be asked
     * @param seen after how long, by name; who is not in it was not asked, and who has nothing did not see it
     */
    public record Row(String damage, Optional<String> done, String why, Map<String, Optional<Duration>> seen) {
        /** Whether it was done, and nothing kept anybody from looking: only then does it tell that somebody saw nothing. */
        public boolean told() {
            return done.isPresent() && why.isEmpty();
        }

        /** Whether one of the drill's own saw it; our comparison is nobody's monitoring. */
        public boolean noticed() {
            return seen.entrySet().stream()
                    .anyMatch(one -> !one.getKey().equals(Event.Detected.COMPARISON)
                            && one.getValue().isPresent());
        }
    }

    public static DetectionTable of(List<Entry> journal) {
        Map<String, List<Entry>> attempts = new LinkedHashMap<>();
        List<String> trouble = new ArrayList<>();
        String drill = "";
        for (Entry entry : journal) {
            if (entry.event() instanceof Event.RunStarted started) {
                drill = started.drill();
            } else if (entry.event() instanceof Event.AttemptStarted) {
                attempts.put(entry.attempt(), new ArrayList<>());
            } else if (entry.event() instanceof Event.Untold untold
                    && entry.attempt().equals(Entry.MAIN)) {
                trouble.add(untold.message());
            }
            attempts.computeIfPresent(entry.attempt(), (name, entries) -> {
                entries.add(entry);
                return entries;
            });
        }
        List<Row> rows = attempts.entrySet().stream()
                .map(attempt -> row(attempt.getKey(), attempt.getValue()))
                .toList();
        Set<String> onlookers = new LinkedHashSet<>();
        rows.forEach(row -> onlookers.addAll(row.seen().keySet()));
        onlookers.remove(Event.Detected.COMPARISON);
        onlookers.add(Event.Detected.COMPARISON);
        return new DetectionTable(drill, List.copyOf(onlookers), rows, trouble);
    }

    private static Row row(String damage, List<Entry> entries) {
        Optional<Duration> struck = entries.stream()
                .filter(entry -> entry.event() instanceof Event.Struck)
                .map(Entry::at)
                .findFirst();
        Map<String, Optional<Duration>> seen = new LinkedHashMap<>();
        List<String> why = new ArrayList<>();
        Optional<String> done = Optional.empty();
        for (Entry entry : entries) {
            if (entry.event() instanceof Event.Damaged damaged) {
                done = Optional.of(damaged.what());
                seen.put(PROBES, seen.getOrDefault(PROBES, Optional.empty()));
            } else if (entry.event() instanceof Event.Detected detected) {
                seen.put(
                        detected.name(), struck.filter(at -> detected.noticed()).map(entry.at()::minus));
            } else if (entry.event() instanceof Event.ProbeTurned turned
                    && !turned.up()
                    && struck.filter(at -> entry.at().compareTo(at) >= 0).isPresent()) {
                Duration after = entry.at().minus(struck.get());
                seen.merge(PROBES, Optional.of(after), (first, later) -> first.isPresent() ? first : later);
            } else if (entry.event() instanceof Event.Untold untold) {
                why.add(untold.message());
            } else if (entry.event() instanceof Event.Calibrated said && !said.right()) {
                why.add("\"%s\" is no evidence: %s".formatted(said.name(), said.detail()));
            }
        }
        return new Row(damage, done, String.join("; ", why), seen);
    }

    /** Those who never said that they saw anything. */
    public List<String> neverSaw() {
        return onlookers.stream()
                .filter(onlooker -> rows.stream()
                        .noneMatch(row -> row.seen()
                                .getOrDefault(onlooker, Optional.empty())
                                .isPresent()))
                .toList();
    }

    /** What could not be done tells nothing; what nobody saw is a failure. */
    public Verdict verdict() {
        Verdict verdict = rows.isEmpty() || !trouble.isEmpty() ? Verdict.INCONCLUSIVE : Verdict.PASSED;
        for (Row row : rows) {
            Verdict seen = row.noticed() ? Verdict.PASSED : Verdict.FAILED;
            verdict = verdict.worst(row.told() ? seen : Verdict.INCONCLUSIVE);
        }
        return verdict;
    }
}
