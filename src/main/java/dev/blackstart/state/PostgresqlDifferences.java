package dev.blackstart.state;

import dev.blackstart.state.Fingerprint.Content;
import dev.blackstart.terminal.Counts;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Says in what a PostgreSQL is not as it was, and may not be so: content first, what the server itself promises last. */
final class PostgresqlDifferences {
    static final String DATABASE = "database";
    static final String TABLE = "table";
    static final String DEFINITION = "definition";

    /** What the query of a materialized view gives, beside the table that holds what it gave. */
    private static final String REFRESHED = "refreshed";

    private static final String COPIES = "copies";

    private static final String VERSION = "version";

    static final String UNSOUND = "unsound";

    private static final String ROWS = "rows of ";
    private static final String ROWS_DAMAGED = "are damaged: what their pages say of them cannot be";
    private static final String DAMAGED = "is damaged: it does not fit its table, and queries miss rows or fail";

    /** The content of a table that is there and does not show it. */
    static final String UNREADABLE = "unreadable";

    private static final String LARGE_OBJECT = "large object";
    private static final String LARGE_OBJECTS = "large objects";
    private static final String NONE = "none";
    private static final String OVER = " over";

    private PostgresqlDifferences() {}

    /** @param declared the database whose things are told of without saying where they lie */
    static List<Difference> between(String declared, Fingerprint before, Fingerprint after) {
        return all(before, after).stream()
                .map(difference -> difference.object().endsWith(in(declared))
                        ? new Difference(difference.object().replace(in(declared), ""), difference.what())
                        : difference)
                .toList();
    }

    private static List<Difference> all(Fingerprint before, Fingerprint after) {
        List<Difference> differences = databases(before, after);
        Fingerprint was = withoutFilledAnew(withoutMissing(before, after), after);
        Fingerprint is = withoutFilledAnew(withoutMissing(after, before), after);
        boolean singly = singly(was) && singly(is);
        differences.addAll(logged(was, is).differences(TABLE, logged(is, was), PostgresqlDifferences::content));
        differences.addAll(copies(was, is));
        differences.addAll(
                singly
                        ? was.differences(LARGE_OBJECT, is, ChangedFields::between)
                        : was.differences(LARGE_OBJECTS, is, PostgresqlDifferences::large));
        differences.addAll(unsound(is));
        differences.addAll(was.differences("sequence", is, PostgresqlDifferences::sequence));
        differences.addAll(ofBoth("extension", was, is, OlderExtension::between));
        differences.addAll(ofBoth("schema public", was, is, ChangedFields::between));
        boolean sameVersion = was.of(VERSION).equals(is.of(VERSION));
        differences.addAll((sameVersion ? was : OtherVersion.worded(was))
                .differences(DEFINITION, sameVersion ? is : OtherVersion.worded(is), ChangedDefinition::between));
        differences.addAll(was.differences("fact", is, ChangedFields::between));
        differences.addAll(ofBoth("password", was, is, PostgresqlDifferences::password));
        differences.addAll(ofBoth("rules", was, is, ChangedRules::between));
        differences.addAll(ChangedSettings.between(was, is));
        return differences;
    }

    /** A table that cannot be read is told of as such. */
    private static List<Difference> unsound(Fingerprint is) {
        Map<String, Content> tables = is.of(TABLE);
        return is.of(UNSOUND).keySet().stream()
                .filter(name -> {
                    Content table = name.startsWith(ROWS) ? tables.get(name.substring(ROWS.length())) : null;
                    return table == null || !table.content().equals(UNREADABLE);
                })
                .map(name -> new Difference(name, name.startsWith(ROWS) ? ROWS_DAMAGED : DAMAGED))
                .toList();
    }

    /** What the names of everything in a database end with. */
    static String in(String database) {
        return " in database " + database;
    }

    private static List<Difference> databases(Fingerprint before, Fingerprint after) {
        List<Difference> differences = new ArrayList<>();
        for (Difference difference : before.differences(DATABASE, after, (was, is) -> Optional.empty())) {
            String name = difference.object();
            List<Content> tables = before.of(TABLE).entrySet().stream()
                    .filter(table -> table.getKey().endsWith(in(name)))
                    .map(Map.Entry::getValue)
                    .toList();
            long rows = tables.stream().mapToLong(Content::count).sum();
            String with = tables.isEmpty()
                    ? ""
                    : ", with its " + Counts.of(tables.size(), "table") + " and " + Counts.of(rows, "row");
            differences.add(new Difference("database " + name, difference.what() + with));
        }
        return differences;
    }

    /** Leave out what lies in databases that the other has not: they were told of as a whole. */
    private static Fingerprint withoutMissing(Fingerprint one, Fingerprint other) {
        Set<String> missing = new HashSet<>(one.of(DATABASE).keySet());
        missing.removeAll(other.of(DATABASE).keySet());
        return one.without(
                thing -> missing.stream().anyMatch(name -> thing.name().endsWith(in(name))));
    }

    /** Leave out the content of materialized views that hold what their queries give now: a restore of a dump fills them. */
    private static Fingerprint withoutFilledAnew(Fingerprint one, Fingerprint after) {
        Map<String, Content> tables = after.of(TABLE);
        Map<String, Content> refreshed = after.of(REFRESHED);
        return one.without(thing -> thing.sort().equals(TABLE)
                && refreshed.containsKey(thing.name())
                && refreshed.get(thing.name()).equals(tables.get(thing.name())));
    }

    /** Leave out tables that are unlogged in the other: their definition says so, and their content is nobody's promise. */
    private static Fingerprint logged(Fingerprint one, Fingerprint other) {
        Set<String> unlogged = other.of("unlogged").keySet();
        return one.without(thing -> thing.sort().equals(TABLE) && unlogged.contains(thing.name()));
    }

    /** Where there are many large objects, only their ranges are known. */
    private static boolean singly(Fingerprint one) {
        return one.of(LARGE_OBJECTS).isEmpty() || !one.of(LARGE_OBJECT).isEmpty();
    }

    /** Compare what both have: that one of them has it not is said elsewhere, or no difference. */
    private static List<Difference> ofBoth(
            String sort, Fingerprint before, Fingerprint after, BiFunction<Content, Content, Optional<String>> words) {
        return before.without(thing -> !after.things().containsKey(thing))
                .differences(sort, after.without(thing -> !before.things().containsKey(thing)), words);
    }

    private static Optional<String> content(Content before, Content after) {
        if (after.content().equals(UNREADABLE) && !before.equals(after)) {
            return Optional.of("had %d rows, and cannot be read".formatted(before.count()));
        }
        if (before.count() != after.count()) {
            return Optional.of("had %d rows, has %d".formatted(before.count(), after.count()));
        }
        return before.equals(after) ? Optional.empty() : Optional.of("has as many rows as before, but other content");
    }

    /** The workload's rows are lost, and become more, by themselves; none of them becomes two. */
    private static List<Difference> copies(Fingerprint was, Fingerprint is) {
        Map<String, Content> before = was.of(COPIES);
        List<Difference> differences = new ArrayList<>();
        is.of(COPIES).forEach((rows, copies) -> {
            Content usual = before.get(rows);
            if (usual == null || usual.count() < copies.count()) {
                differences.add(new Difference(
                        rows, "are there more than once: %d are copies of others".formatted(copies.count())));
            }
        });
        return differences;
    }

    private static Optional<String> large(Content before, Content after) {
        if (before.count() != after.count()) {
            return Optional.of("were %d, are %d".formatted(before.count(), after.count()));
        }
        return before.equals(after)
                ? Optional.empty()
                : Optional.of("are as many as before, but of other content, owners or privileges");
    }

    /** What a sequence gives next, by which step, and whether it begins again: then every number comes twice in any case. */
    private static Optional<String> sequence(Content before, Content after) {
        String[] was = before.content().split(" ", -1);
        BigInteger next = new BigInteger(was[0]);
        BigInteger now = new BigInteger(after.content().split(" ", -1)[0]);
        boolean wentBack = now.subtract(next).signum() * new BigInteger(was[1]).signum() < 0;
        if (wentBack && !was[2].equals("cycles")) {
            return Optional.of("would have given %s next, gives %s: it will give numbers again that are in use"
                    .formatted(next, now));
        }
        return after.content().endsWith(OVER) && !before.content().endsWith(OVER)
                ? Optional.of("has given its last number: whatever needs the next one fails " + Fingerprint.NO_LOSS)
                : Optional.empty();
    }

    /** Nothing of a password is ever shown, not even its digest. */
    private static Optional<String> password(Content before, Content after) {
        String was = kind(before);
        String is = kind(after);
        if (was.equals(NONE) || is.equals(NONE)) {
            return was.equals(is)
                    ? Optional.empty()
                    : Optional.of(is.equals(NONE) ? "is missing: nobody can log in with it" : Fingerprint.NEW);
        }
        if (was.equals(is)) {
            return before.equals(after) ? Optional.empty() : Optional.of("is another one");
        }
        // The other way about it is the better kind, and whether it is the same password cannot be told.
        return is.equals("MD5")
                ? Optional.of("was kept as %s, is kept as %s %s".formatted(was, is, Fingerprint.NO_LOSS))
                : Optional.empty();
    }

    private static String kind(Content password) {
        return password.content().split(" ", -1)[0];
    }
}
