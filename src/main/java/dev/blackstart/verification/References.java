package dev.blackstart.verification;

import dev.blackstart.definition.EnvironmentDefinition;
import dev.blackstart.definition.Held;
import dev.blackstart.definition.Reference;
import dev.blackstart.environment.Replica;
import dev.blackstart.state.Difference;
import dev.blackstart.state.Fingerprint;
import dev.blackstart.state.Queries;
import dev.blackstart.state.StateException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Whether every row that names a file has it, and every file has its row: of two stores that were restored from different
 * moments, one knows what the other has not.
 */
public final class References {
    private final EnvironmentDefinition environment;
    private final Replica replica;
    private final String mark;

    /** @param mark what everything of the workload's holds in its text */
    public References(EnvironmentDefinition environment, Replica replica, String mark) {
        this.environment = environment;
        this.replica = replica;
        this.mark = mark;
    }

    /**
     * What does not hold.
     *
     * @param all by the state that refers: what is wrong with a file, by its path
     * @param rows how many rows of each such state name a file
     */
    public record Broken(Map<Held, SortedMap<String, String>> all, Map<Held, Integer> rows) {
        /** In what this is worse than another. */
        public Map<Held, List<Difference>> since(Broken before) {
            Map<Held, List<Difference>> worse = new LinkedHashMap<>();
            all.forEach((held, now) -> {
                Map<String, String> was = before.all().getOrDefault(held, new TreeMap<>());
                worse.put(
                        held,
                        now.entrySet().stream()
                                .filter(fault -> !fault.getValue().equals(was.get(fault.getKey())))
                                .map(fault -> new Difference("file " + fault.getKey(), fault.getValue()))
                                .toList());
            });
            return worse;
        }
    }

    /**
     * Look before the disaster.
     *
     * @throws StateException where no row names a file that is there: such a question can't be answered by anything
     */
    public Broken before(Map<Held, Fingerprint> prints) {
        return look(prints, true);
    }

    /** Those that are referred to. */
    public List<Held> files() {
        return environment.held().stream()
                .flatMap(held -> held.reference().stream().flatMap(this::files))
                .distinct()
                .toList();
    }

    /** Look after the recovery; of what nobody could look at nothing is said. */
    public Broken after(Map<Held, Fingerprint> prints) {
        return look(prints, false);
    }

    private Broken look(Map<Held, Fingerprint> prints, boolean mustHold) {
        Map<Held, SortedMap<String, String>> all = new LinkedHashMap<>();
        Map<Held, Integer> rows = new LinkedHashMap<>();
        for (Held held : environment.held()) {
            held.reference()
                    .filter(reference ->
                            replica.stands(held.host()) && files(reference).allMatch(prints::containsKey))
                    .ifPresent(reference -> {
                        SortedMap<String, String> named = named(held, reference);
                        rows.put(held, named.size());
                        all.put(held, broken(held, reference, named, prints, mustHold));
                    });
        }
        return new Broken(all, rows);
    }

    private SortedMap<String, String> broken(
            Held held,
            Reference reference,
            SortedMap<String, String> named,
            Map<Held, Fingerprint> prints,
            boolean mustHold) {
        Map<String, String> files = files(reference)
                .flatMap(other ->
                        Stream.ofNullable(prints.get(other)).flatMap(print -> other.state().files(print).stream()))
                .findFirst()
                .orElseThrow(() -> new StateException("there are no files " + reference.files(), ""));
        if (mustHold && named.keySet().stream().noneMatch(files::containsKey)) {
            throw new StateException(
                    "no row of %s names a file that is there"
                            .formatted(held.state().name()),
                    "%d rows from: %s; %d files below %s"
                            .formatted(named.size(), reference.query(), files.size(), reference.files()));
        }
        return broken(named, files);
    }

    /** Of both, by path: what each row says, nothing where it does not know, and what there is. */
    static SortedMap<String, String> broken(Map<String, String> named, Map<String, String> files) {
        SortedMap<String, String> broken = new TreeMap<>();
        named.forEach((path, digest) -> {
            String is = files.get(path);
            if (is == null) {
                broken.put(path, "is missing, and a row names it");
            } else if (!digest.isEmpty() && !digest.equalsIgnoreCase(is)) {
                broken.put(path, "has other content than its row says");
            }
        });
        files.keySet().stream()
                .filter(path -> !named.containsKey(path))
                .forEach(path -> broken.put(path, "is there, and no row names it"));
        return broken;
    }

    private Stream<Held> files(Reference reference) {
        return environment.held(reference.host()).stream()
                .filter(other -> other.state().name().equals(reference.files()));
    }

    /** The digest that each row says, or nothing, by the path of its file. */
    private SortedMap<String, String> named(Held held, Reference reference) {
        Queries queries = held.state()
                .queries()
                .orElseThrow(() -> new StateException(held.state().name() + " answers no queries", ""));
        SortedMap<String, String> named = new TreeMap<>();
        for (List<String> row : queries.rows(replica.host(held.host()), reference.query())) {
            String path = row.isEmpty() ? "" : below(row.get(0), reference.files());
            if (!path.isEmpty() && !path.contains(mark)) {
                named.put(path, row.size() > 1 ? row.get(1).toLowerCase(Locale.ROOT) : "");
            }
        }
        return named;
    }

    private static String below(String path, String top) {
        String seen = path.startsWith(top + "/") ? path.substring(top.length()) : path;
        return seen.replaceFirst("^(\\./|/)+", "");
    }
}
