package dev.blackstart.verification;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a database held, without the workload's own rows.
 *
 * @param objects definitions (schema, owners, grants, roles, extensions), by kind and name
 * @param tables rows and content of each table, by name
 * @param sequences the last value that each sequence gave; empty: none yet
 */
public record Fingerprint(
        Map<String, String> objects, Map<String, Content> tables, Map<String, Optional<BigInteger>> sequences) {
    private static final String MISSING = "is missing";
    private static final String NEW = "was not there before";

    public Fingerprint {
        objects = Map.copyOf(objects);
        tables = Map.copyOf(tables);
        sequences = Map.copyOf(sequences);
    }

    /**
     * A table's content.
     *
     * @param digest the sum of a hash of each row, as text: the order of rows does not matter
     */
    public record Content(long rows, String digest) {}

    /** Something that is not as it was; {@code object} such as {@code table public.pledges}. */
    public record Difference(String object, String what) {}

    /** How many things {@link #differencesOf} compares. */
    public int size() {
        return objects.size() + tables.size() + sequences.size();
    }

    /** How many rows all tables held. */
    public long rows() {
        return tables.values().stream().mapToLong(Content::rows).sum();
    }

    /** Everything in which {@code later} differs from this, content first; a sequence may only have moved on. */
    public List<Difference> differencesOf(Fingerprint later) {
        List<Difference> differences = new ArrayList<>();
        for (String name : union(tables, later.tables)) {
            content("table " + name, tables.get(name), later.tables.get(name)).ifPresent(differences::add);
        }
        for (String name : union(sequences, later.sequences)) {
            sequence("sequence " + name, name, later).ifPresent(differences::add);
        }
        for (String name : union(objects, later.objects)) {
            definition(name, objects.get(name), later.objects.get(name)).ifPresent(differences::add);
        }
        return List.copyOf(differences);
    }

    private static Optional<Difference> definition(String name, @Nullable String before, @Nullable String after) {
        if (before == null || after == null) {
            return presence(name, before, after);
        }
        if (before.equals(after)) {
            return Optional.empty();
        }
        return Optional.of(new Difference(name, "was defined otherwise: " + FirstChange.between(before, after)));
    }

    private static Optional<Difference> content(String name, @Nullable Content before, @Nullable Content after) {
        if (before == null || after == null) {
            return presence(name, before, after);
        }
        if (before.rows() != after.rows()) {
            return Optional.of(new Difference(name, "had %d rows, has %d".formatted(before.rows(), after.rows())));
        }
        return before.equals(after)
                ? Optional.empty()
                : Optional.of(new Difference(name, "has as many rows as before, but other content"));
    }

    private Optional<Difference> sequence(String object, String name, Fingerprint later) {
        if (!sequences.containsKey(name) || !later.sequences.containsKey(name)) {
            return Optional.of(new Difference(object, sequences.containsKey(name) ? MISSING : NEW));
        }
        Optional<BigInteger> before = sequences.getOrDefault(name, Optional.empty());
        Optional<BigInteger> after = later.sequences.getOrDefault(name, Optional.empty());
        boolean wentBack = before.isPresent() && (after.isEmpty() || after.get().compareTo(before.get()) < 0);
        return wentBack
                ? Optional.of(new Difference(
                        object,
                        "stood at %s, stands at %s: it will give numbers again that are in use"
                                .formatted(
                                        before.get(),
                                        after.map(BigInteger::toString).orElse("its start"))))
                : Optional.empty();
    }

    private static Optional<Difference> presence(String name, @Nullable Object before, @Nullable Object after) {
        if (before == null && after == null) {
            return Optional.empty();
        }
        return Optional.of(new Difference(name, before == null ? NEW : MISSING));
    }

    private static TreeSet<String> union(Map<String, ?> one, Map<String, ?> other) {
        TreeSet<String> names = new TreeSet<>(new TreeMap<>(one).keySet());
        names.addAll(other.keySet());
        return names;
    }
}
