package dev.blackstart.state;

import dev.blackstart.kind.Parameters;
import dev.blackstart.kind.Word;
import dev.blackstart.machine.Host;
import dev.blackstart.state.Fingerprint.Content;
import dev.blackstart.state.Fingerprint.Thing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An SQLite database in a file of the host, seen as the file's owner by way of the host's own {@code python3}. */
@Word("sqlite")
record SqliteState(String path) implements State {
    static Optional<SqliteState> read(Parameters parameters) {
        return parameters.text("path").map(SqliteState::new);
    }

    @Override
    public String name() {
        return path;
    }

    @Override
    public Fingerprint fingerprint(Host host, String mark) {
        SqliteFingerprint taken = new SqliteFingerprint(host, path);
        Fingerprint fingerprint = taken.take(mark, false);
        SqliteDifferences.unreadable(fingerprint).ifPresent(reason -> {
            throw taken.exception(reason);
        });
        return fingerprint;
    }

    @Override
    public Fingerprint remains(Host host, String mark) {
        return new SqliteFingerprint(host, path).take(mark, true);
    }

    @Override
    public Map<String, Long> counts(Fingerprint fingerprint) {
        var tables = fingerprint.of(SqliteDifferences.TABLE).values();
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("tables", (long) tables.size());
        counts.put("rows", tables.stream().mapToLong(Content::count).sum());
        return counts;
    }

    @Override
    public List<Difference> differences(Fingerprint before, Fingerprint after) {
        return SqliteDifferences.between(before, after);
    }

    @Override
    public boolean isData(Thing thing, Content content) {
        return thing.sort().equals(SqliteDifferences.TABLE) && content.count() > 0;
    }

    @Override
    public Optional<Queries> queries() {
        return Optional.of(new SqliteQueries(path));
    }

    @Override
    public Optional<Statements> statements() {
        return Optional.of(new SqliteStatements(path));
    }
}
