package dev.blackstart.state;

import dev.blackstart.state.Fingerprint.Content;
import dev.blackstart.state.Fingerprint.Thing;
import dev.blackstart.terminal.Counts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells of databases that only one of two fingerprints has as a whole, and of those that were made otherwise. */
final class MariadbDatabases {
    private static final String SORT = "database";

    private MariadbDatabases() {}

    static List<Difference> between(Fingerprint before, Fingerprint after) {
        List<Difference> differences = new ArrayList<>();
        for (Difference difference : before.differences(SORT, after, ChangedFields::between)) {
            List<Content> tables = before.of(MariadbDifferences.TABLE).entrySet().stream()
                    .filter(table -> within(Set.of(difference.object()), table.getKey()))
                    .map(Map.Entry::getValue)
                    .toList();
            long rows = tables.stream().mapToLong(Content::count).sum();
            boolean missing = !after.of(SORT).containsKey(difference.object());
            differences.add(
                    missing && !tables.isEmpty()
                            ? new Difference(
                                    difference.object(),
                                    "%s, with its %s and %s"
                                            .formatted(
                                                    difference.what(),
                                                    Counts.of(tables.size(), "table"),
                                                    Counts.of(rows, "row")))
                            : difference);
        }
        return differences;
    }

    /** What lies in databases that only one of both has. */
    static Predicate<Thing> ofOneOnly(Fingerprint one, Fingerprint other) {
        Set<String> both = new TreeSet<>(one.of(SORT).keySet());
        both.retainAll(other.of(SORT).keySet());
        Set<String> single = new TreeSet<>(one.of(SORT).keySet());
        single.addAll(other.of(SORT).keySet());
        single.removeAll(both);
        return thing -> within(single, thing.name());
    }

    /** Whether a name ends with that of something in one of these databases; a privilege is the account's. */
    private static boolean within(Set<String> databases, String name) {
        return !databases.isEmpty()
                && !name.startsWith("privileges of ")
                && pattern(databases).matcher(name).find();
    }

    private static Pattern pattern(Set<String> databases) {
        String names = databases.stream()
                .map(name -> Pattern.quote(name.substring(SORT.length() + 1)))
                .collect(Collectors.joining("|"));
        return Pattern.compile(" (?:%s)\\.(?:`(?:``|[^`])*`|[^`. ]*)$".formatted(names));
    }
}
