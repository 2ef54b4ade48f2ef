package dev.blackstart.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.blackstart.clock.SideBySide;
import dev.blackstart.machine.Command;
import dev.blackstart.machine.Host;
import dev.blackstart.state.Fingerprint.Content;
import dev.blackstart.state.Fingerprint.Thing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Takes the fingerprint of a PostgreSQL as its own superuser on its host: of the server, and of each database in it, whichever
 * is declared. Definitions come from {@code pg_dump --schema-only}, so whatever PostgreSQL can define is covered; what no dump
 * holds is asked of the catalogues, and contents are one query a table in one snapshot: rows, and the sum of a hash of each,
 * as their order does not matter.
 */
final class PostgresqlFingerprint {
    private static final Duration TAKEN_WITHIN = Duration.ofMinutes(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Host host;
    private final String database;
    private final String mark;
    private final SortedMap<Thing, Content> things = new ConcurrentSkipListMap<>();

    /** @param mark what every row of the workload holds in its text */
    PostgresqlFingerprint(Host host, String database, String mark) {
        this.host = host;
        this.database = database;
        this.mark = mark;
    }

    /** Throws {@link StateException} where the server does not answer to the end. */
    Fingerprint take() {
        facts(database, "", text("postgresql-server.sql") + text("postgresql-database.sql"));
        List<Runnable> tasks = new ArrayList<>();
        tasks.add(() -> definitions(database, ""));
        for (String other : others()) {
            tasks.add(() -> facts(other, PostgresqlDifferences.in(other), text("postgresql-database.sql")));
            tasks.add(() -> definitions(other, PostgresqlDifferences.in(other)));
        }
        SideBySide.run(tasks);
        return new Fingerprint(things);
    }

    /** The other databases that let somebody in. */
    private List<String> others() {
        return things.entrySet().stream()
                .filter(thing -> thing.getKey().sort().equals(PostgresqlDifferences.DATABASE)
                        && thing.getValue().count() > 0)
                .map(thing -> thing.getKey().name())
                .filter(name -> !name.equals(database))
                .toList();
    }

    private void definitions(String name, String where) {
        String dump = all(Command.as(Psql.SUPERUSER, "pg_dump", "--schema-only", "--create", "--dbname=" + quoted(name))
                .within(TAKEN_WITHIN));
        PostgresqlDump.objects(dump)
                .forEach((object, text) ->
                        things.put(new Thing(PostgresqlDifferences.DEFINITION, object + where), new Content(0, text)));
    }

    private void facts(String name, String where, String script) {
        Command command =
                new Psql(quoted(name)).command("token=" + mark).with(script).within(TAKEN_WITHIN);
        boolean ended = false;
        for (String line : all(command).lines().toList()) {
            JsonNode fact = read(line);
            String sort = fact.path(0).asText();
            ended = sort.equals("end");
            if (!ended) {
                JsonNode content = fact.path(3);
                things.put(
                        new Thing(sort, fact.path(1).asText() + where),
                        new Content(
                                fact.path(2).asLong(), content.isTextual() ? content.asText() : content.toString()));
            }
        }
        if (!ended) {
            throw new StateException("what " + name + " on " + host.name() + " holds was cut", "");
        }
    }

    private JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new StateException("what " + database + " on " + host.name() + " said cannot be read", line);
        }
    }

    /** A name with an equals sign in it would be taken for a list of parameters. */
    private static String quoted(String name) {
        return name.matches("\\w+")
                ? name
                : "dbname='" + name.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private String all(Command command) {
        return WholeOutput.of(host, command, "the database " + database + " on " + host.name());
    }

    private static String text(String name) {
        try (InputStream in = PostgresqlFingerprint.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
