package dev.blackstart.state;

import dev.blackstart.kind.Parameters;
import dev.blackstart.kind.Word;
import dev.blackstart.machine.Host;
import dev.blackstart.state.Fingerprint.Content;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A database of a PostgreSQL that runs on the host, seen as its superuser {@code postgres}; {@code name} is the database's. */
@Word("postgresql")
record PostgresqlState(String name) implements State {
    static final String DEFINITION = "definition";
    static final String TABLE = "table";
    static final String SEQUENCE = "sequence";

    static Optional<PostgresqlState> read(Parameters parameters) {
        return parameters.text("name").map(PostgresqlState::new);
    }

    @Override
    public Fingerprint fingerprint(Host host, String mark) {
        return new PostgresqlFingerprint(host, name, mark).take();
    }

    @Override
    public Map<String, Long> counts(Fingerprint fingerprint) {
        var tables = fingerprint.of(TABLE).values();
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("tables", (long) tables.size());
        counts.put("rows", tables.stream().mapToLong(Content::count).sum());
        return counts;
    }

    /** Content first; a sequence may have moved on. */
    @Override
    public List<Difference> differences(Fingerprint before, Fingerprint after) {
        List<Difference> differences = new ArrayList<>();
        differences.addAll(before.differences(TABLE, after, PostgresqlState::content));
        differences.addAll(before.differences(SEQUENCE, after, PostgresqlState::sequence));
        differences.addAll(before.differences(DEFINITION, after, PostgresqlState::definition));
        return List.copyOf(differences);
    }

    @Override
    public Optional<Queries> queries() {
        return Optional.of(new PostgresqlQueries(name));
    }

    private static Optional<String> content(Content before, Content after) {
        if (before.count() != after.count()) {
            return Optional.of("had %d rows, has %d".formatted(before.count(), after.count()));
        }
        return before.equals(after) ? Optional.empty() : Optional.of("has as many rows as before, but other content");
    }

    /** The content of a sequence is the last number that it gave; empty: none yet. */
    private static Optional<String> sequence(Content before, Content after) {
        boolean wentBack = !before.content().isEmpty()
                && (after.content().isEmpty()
                        || new BigInteger(after.content()).compareTo(new BigInteger(before.content())) < 0);
        if (!wentBack) {
            return Optional.empty();
        }
        return Optional.of("stood at %s, stands at %s: it will give numbers again that are in use"
                .formatted(before.content(), after.content().isEmpty() ? "its start" : after.content()));
    }

    private static Optional<String> definition(Content before, Content after) {
        return before.equals(after)
                ? Optional.empty()
                : Optional.of("was defined otherwise: " + FirstChange.between(before.content(), after.content()));
    }
}
