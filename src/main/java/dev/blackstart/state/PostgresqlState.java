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
 * A database of a PostgreSQL that runs on the host, seen as its superuser; {@code name} is the database's.
 * What stands beside it on the same server is compared too: a recovery must bring back all of it.
 */
@Word("postgresql")
record PostgresqlState(Optional<String> database, PostgresqlServer server) implements State {
    private static final String EVERY_SERVER_HAS = "postgres";

    static Optional<PostgresqlState> read(Parameters parameters) {
        return Optional.of(new PostgresqlState(parameters.text("name"), PostgresqlServer.read(parameters)));
    }

    @Override
    public String name() {
        return database.orElse("postgresql");
    }

    Psql psql() {
        return new Psql(server, database.orElse(EVERY_SERVER_HAS));
    }

    @Override
    public List<String> words() {
        return List.of(name(), server.superuser(), "postgres", "postgresql");
    }

    @Override
    public Fingerprint fingerprint(Host host, String mark) {
        return new PostgresqlFingerprint(host, psql(), mark, false).take();
    }

    @Override
    public Fingerprint remains(Host host, String mark) {
        return new PostgresqlFingerprint(host, psql(), mark, true).take();
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
        return PostgresqlDifferences.between(psql().database(), before, after);
    }

    /** Without its own database: that goes without saying. */
    @Override
    public String shown(Thing thing) {
        String own = PostgresqlDifferences.in(psql().database());
        String name = thing.name();
        return name.endsWith(own) ? name.substring(0, name.length() - own.length()) : name;
    }

    @Override
    public String called(Thing thing) {
        return State.super.called(thing).replaceFirst("^public\\.", "");
    }

    @Override
    public boolean isData(Thing thing, Content content) {
        return thing.sort().equals(PostgresqlDifferences.TABLE) && content.count() > 0;
    }

    @Override
    public Optional<Queries> queries() {
        return Optional.of(new PostgresqlQueries(psql()));
    }

    @Override
    public Optional<Statements> statements() {
        return Optional.of(new PostgresqlStatements(psql()));
    }
}
