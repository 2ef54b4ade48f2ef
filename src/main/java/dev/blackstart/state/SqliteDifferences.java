package dev.blackstart.state;

import dev.blackstart.state.Fingerprint.Content;
import dev.blackstart.terminal.Counts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Says in what an SQLite database is not as it was, and may not be so: content first, who may use it last. */
final class SqliteDifferences {
    static final String TABLE = "table";

    private static final String GONE = "gone";
    private static final String DEFINITION = "definition";
    private static final String UNREADABLE = "unreadable: ";
    private static final int SHOWN = 5;

    private SqliteDifferences() {}

    static List<Difference> between(Fingerprint before, Fingerprint after) {
        List<Difference> differences = new ArrayList<>();
        after.of(GONE)
                .forEach((path, reason) ->
                        differences.add(new Difference("database " + path, reason.content() + withAll(before))));
        if (!differences.isEmpty()) {
            return differences;
        }
        differences.addAll(before.differences(TABLE, after, SqliteDifferences::content));
        after.of("unsound")
                .keySet()
                .forEach(what -> differences.add(new Difference("structure", "is damaged: " + what)));
        differences.addAll(ofBoth("index", before, after, SqliteDifferences::index));
        differences.addAll(ofBoth("references", before, after, SqliteDifferences::references));
        differences.addAll(ofBoth("sequence", before, after, SqliteDifferences::sequence));
        differences.addAll(definitions(before, after));
        differences.addAll(ofBoth("property", before, after, SqliteDifferences::property));
        differences.addAll(ofBoth("file", before, after, ChangedFields::between));
        after.of("beside").forEach((file, owners) -> differences.add(new Difference(file, owners.content())));
        return differences;
    }

    /** The first thing in a fingerprint that could not be read, in words. */
    static Optional<String> unreadable(Fingerprint fingerprint) {
        return Stream.concat(
                        fingerprint.of(GONE).values().stream().map(Content::content),
                        fingerprint.of(TABLE).entrySet().stream()
                                .filter(table -> table.getValue().content().startsWith(UNREADABLE))
                                .map(table -> table.getKey() + " is "
                                        + table.getValue().content()))
                .findFirst();
    }

    private static String withAll(Fingerprint before) {
        var tables = before.of(TABLE).values();
        long rows = tables.stream().mapToLong(Content::count).sum();
        return tables.isEmpty()
                ? ""
                : ", with its " + Counts.of(tables.size(), "table") + " and " + Counts.of(rows, "row");
    }

    private static Optional<String> content(Content before, Content after) {
        if (before.count() == after.count() && before.content().equals(after.content())) {
            return Optional.empty();
        }
        if (after.content().startsWith(UNREADABLE)) {
            return Optional.of("had %d rows, and cannot be read: %s"
                    .formatted(before.count(), after.content().substring(UNREADABLE.length())));
        }
        return Optional.of(
                before.count() == after.count()
                        ? "has as many rows as before, but other content" + where(before, after)
                        : "had %d rows, has %d".formatted(before.count(), after.count()));
    }

    /** The columns that changed; where none did, their values lie in other rows. */
    private static String where(Content before, Content after) {
        Set<String> changed = new TreeSet<>();
        before.parts().forEach((part, digest) -> {
            if (!digest.equals(after.parts().get(part))) {
                changed.add(part.replaceFirst("\u0001.*", ""));
            }
        });
        return changed.isEmpty() || changed.size() > SHOWN ? "" : " in " + String.join(", ", changed);
    }

    private static Optional<String> index(Content before, Content after) {
        return after.content().equals(before.content()) || after.content().equals("fits")
                ? Optional.empty()
                : Optional.of("does not fit the table any more: a search misses rows, or fails");
    }

    /** SQLite lets rows refer to nothing where the application does not ask it to see to that. */
    private static Optional<String> references(Content before, Content after) {
        if (after.count() > before.count()) {
            return Optional.of("%s to rows that are not there, of %d before"
                    .formatted(Counts.of(after.count(), "reference leads", "references lead"), before.count()));
        }
        return after.content().equals(before.content()) || after.content().isEmpty()
                ? Optional.empty()
                : Optional.of("cannot be checked any more: " + after.content());
    }

    private static Optional<String> sequence(Content before, Content after) {
        long was = Long.parseLong(before.content());
        long is = Long.parseLong(after.content());
        return is >= was
                ? Optional.empty()
                : Optional.of("had given %d, continues behind %d: it will give numbers again that were in use"
                        .formatted(was, is));
    }

    /** Of a table that only one of both has, its missing was told of. */
    private static List<Difference> definitions(Fingerprint before, Fingerprint after) {
        Set<String> told = new TreeSet<>(before.of(TABLE).keySet());
        told.addAll(after.of(TABLE).keySet());
        told.removeIf(
                name -> before.of(TABLE).containsKey(name) == after.of(TABLE).containsKey(name));
        return before.without(thing -> told.contains(thing.name()))
                .differences(
                        DEFINITION,
                        after.without(thing -> told.contains(thing.name())),
                        (was, is) -> ChangedDefinition.between(was, is, String::equals));
    }

    private static Optional<String> property(Content before, Content after) {
        return before.equals(after)
                ? Optional.empty()
                : Optional.of("was %s, is %s %s".formatted(before.content(), after.content(), Fingerprint.NO_LOSS));
    }

    /** Compare what both have: that one of them has it not is said elsewhere. */
    private static List<Difference> ofBoth(
            String sort, Fingerprint before, Fingerprint after, BiFunction<Content, Content, Optional<String>> words) {
        return before.without(thing -> !after.things().containsKey(thing))
                .differences(sort, after.without(thing -> !before.things().containsKey(thing)), words);
    }
}
