package dev.blackstart.state;

import dev.blackstart.kind.Parameters;
import dev.blackstart.kind.Word;
import dev.blackstart.machine.Host;
import dev.blackstart.state.Fingerprint.Content;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A database of a PostgreSQL that runs on the host, seen as its superuser {@code postgres}; {@code name} is the database's.
 * What stands beside it on the same server is compared too: a recovery must bring back all of it.
 */
@Word("postgresql")
record PostgresqlState(String name) implements State {
    static Optional<PostgresqlState> read(Parameters parameters) {
        return parameters.text("name").map(PostgresqlState::new);
    }

    @Override
    public List<String> words() {
        return List.of(name(), "postgres", "postgresql");
    }

    @Override
    public Fingerprint fingerprint(Host host, String mark) {
        return new PostgresqlFingerprint(host, name, mark, false).take();
    }

    @Override
    public Fingerprint remains(Host host, String mark) {
        return new PostgresqlFingerprint(host, name, mark, true).take();
    }

    @Override
    public Map<String, Long> counts(Fingerprint fingerprint) {
        var tables = fingerprint.of(PostgresqlDifferences.TABLE).values();
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("tables", (long) tables.size());
        counts.put("rows", tables.stream().mapToLong(Content::count).sum());
        return counts;
    }

    @Override
    public List<Difference> differences(Fingerprint before, Fingerprint after) {
        return PostgresqlDifferences.between(name, before, after);
    }

    @Override
    public Optional<Queries> queries() {
        return Optional.of(new PostgresqlQueries(name));
    }
}
