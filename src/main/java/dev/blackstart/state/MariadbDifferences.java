package dev.blackstart.state;

import dev.blackstart.state.Fingerprint.Content;
import dev.blackstart.state.Fingerprint.Thing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** Says in what a MariaDB is not as it was, and may not be so: content first, what the server itself promises last. */
final class MariadbDifferences {
    static final String TABLE = "table";
    static final String HISTORY = "history";
    static final String SEQUENCE = "sequence";
    static final String DEFINITION = "definition";
    static final String USED = "used";

    /** What a check found in a table; only of a server that was recovered. */
    static final String UNSOUND = "unsound";

    /** The content of a table that is there and does not show it. */
    static final String UNREADABLE = "unreadable";

    private static final String FACT = "fact";
    private static final String VERSION = "version";

    private final Fingerprint was;
    private final Fingerprint is;

    private MariadbDifferences(Fingerprint was, Fingerprint is) {
        this.was = was;
        this.is = is;
    }

    static List<Difference> between(Fingerprint before, Fingerprint after) {
        List<Difference> differences = MariadbDatabases.between(before, after);
        Predicate<Thing> told = MariadbDatabases.ofOneOnly(before, after);
        differences.addAll(new MariadbDifferences(before.without(told), after.without(told)).all());
        return differences;
    }

    private List<Difference> all() {
        List<Difference> differences = new ArrayList<>(was.differences(TABLE, is, MariadbContentWords::rows));
        differences.addAll(ofBoth(HISTORY, MariadbContentWords::history));
        is.of(UNSOUND)
                .forEach((name, fault) -> differences.add(
                        new Difference(name, "is damaged, as CHECK TABLE says: " + ShownValue.of(fault.content()))));
        differences.addAll(ofBoth("counter", MariadbContentWords::counter));
        differences.addAll(was.differences(SEQUENCE, is, MariadbContentWords::sequence));
        differences.addAll(ofBoth("columns", MariadbColumns::between));
        Predicate<Thing> ofTables = ofTablesThatDoNotAnswer();
        differences.addAll(was.without(ofTables).differences(FACT, is.without(ofTables), ChangedFields::between));
        differences.addAll(definitions(differences));
        differences.addAll(views());
        differences.addAll(MariadbServerWords.between(was, is));
        return differences;
    }

    /** A table that is missing, new or broken was told of: what belongs to it says nothing more. */
    private Predicate<Thing> ofTablesThatDoNotAnswer() {
        Set<String> tables = new HashSet<>(was.of(TABLE).keySet());
        tables.addAll(is.of(TABLE).keySet());
        tables.removeIf(name -> was.of(TABLE).containsKey(name)
                && is.of(TABLE).containsKey(name)
                && !is.of(TABLE).get(name).content().equals(UNREADABLE));
        return thing -> tables.stream().anyMatch(table -> belongs(thing.name(), table));
    }

    /** Where nothing else of a thing differs; another version of the server words its statements otherwise. */
    private List<Difference> definitions(List<Difference> differences) {
        if (!was.of(VERSION).equals(is.of(VERSION))) {
            return List.of();
        }
        return ofBoth(DEFINITION, ChangedDefinition::between).stream()
                .filter(definition ->
                        differences.stream().noneMatch(difference -> belongs(difference.object(), definition.object())))
                .toList();
    }

    private static boolean belongs(String name, String owner) {
        return name.equals(owner) || name.endsWith(" of " + owner);
    }

    private List<Difference> views() {
        return was.of(USED).keySet().stream()
                .filter(view -> !is.of(USED).containsKey(view) && is.of(FACT).containsKey(view))
                .map(view -> new Difference(
                        view, "cannot be read: its definer, or what it is made of, is not there or may not be read"))
                .toList();
    }

    /** Compare what both have: that one of them has it not is said elsewhere. */
    private List<Difference> ofBoth(String sort, BiFunction<Content, Content, Optional<String>> words) {
        return ofBoth(was, is, sort, words);
    }

    static List<Difference> ofBoth(
            Fingerprint was, Fingerprint is, String sort, BiFunction<Content, Content, Optional<String>> words) {
        return was.without(thing -> !is.things().containsKey(thing))
                .differences(sort, is.without(thing -> !was.things().containsKey(thing)), words);
    }
}
