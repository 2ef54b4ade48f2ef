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

/**
 * A MariaDB or a MySQL that runs on the host, seen as its {@code root}; {@code name} is that of the database that queries
 * are about. Every database of the server is compared in any case: a recovery must bring back all of it.
 */
@Word("mariadb")
record MariadbState(Optional<String> database, MariadbClient client) implements State {
    static Optional<MariadbState> read(Parameters parameters) {
        return Optional.of(new MariadbState(parameters.text("name"), MariadbClient.read(parameters)));
    }

    @Override
    public String name() {
        return database.orElse("mariadb");
    }

    @Override
    public List<String> words() {
        return List.of(name(), client.user(), "mariadb", "mysql");
    }

    @Override
    public Fingerprint fingerprint(Host host, String mark) {
        return new MariadbFingerprint(host, client, mark, false).take();
    }

    @Override
    public Fingerprint remains(Host host, String mark) {
        return new MariadbFingerprint(host, client, mark, true).take();
    }

    @Override
    public Map<String, Long> counts(Fingerprint fingerprint) {
        var tables = fingerprint.of(MariadbDifferences.TABLE).values();
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("tables", (long) tables.size());
        counts.put("rows", tables.stream().mapToLong(Content::count).sum());
        return counts;
    }

    @Override
    public List<Difference> differences(Fingerprint before, Fingerprint after) {
        return MariadbDifferences.between(before, after);
    }

    @Override
    public boolean isData(Thing thing, Content content) {
        return thing.sort().equals(MariadbDifferences.TABLE) && content.count() > 0;
    }

    @Override
    public Optional<Queries> queries() {
        return Optional.of(new MariadbQueries(client, database));
    }

    @Override
    public Optional<Statements> statements() {
        return Optional.of(new MariadbStatements(client, database));
    }
}
