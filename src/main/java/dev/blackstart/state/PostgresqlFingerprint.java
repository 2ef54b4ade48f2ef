package dev.blackstart.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.blackstart.clock.SideBySide;
import dev.blackstart.machine.Command;
import dev.blackstart.machine.Host;
import dev.blackstart.machine.Scripts;
import dev.blackstart.state.Fingerprint.Content;
import dev.blackstart.state.Fingerprint.Thing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;

/**
 * Takes the fingerprint of a PostgreSQL as its own superuser on its host: of the server, and of each database in it, whichever
 * is declared. Definitions come from {@code pg_dump --schema-only}, so whatever PostgreSQL can define is covered; what no dump
 * holds is asked of the catalogues, and contents are one query a table in one snapshot: rows, and the sum of a hash of each,
 * as their order does not matter.
 */
final class PostgresqlFingerprint {
    private static final Duration TAKEN_WITHIN = Duration.ofMinutes(10);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern GONE =
            Pattern.compile("does not exist|cache lookup failed|could not open relation with OID");
    private static final int DROPPED_MEANWHILE = 3;
    private static final String MAINTENANCE = "postgres";
    private static final String END = "select json_build_array('end', '', 0, '');";

    private final Host host;
    private final PostgresqlServer server;
    private final String database;
    private final String mark;
    private final boolean lenient;
    private final SortedMap<Thing, Content> things = new ConcurrentSkipListMap<>();

    /**
     * @param mark what every row of the workload holds in its text
     * @param lenient whether what cannot be read is left out, and a database that is not there, instead of ending it all
     */
    PostgresqlFingerprint(Host host, Psql psql, String mark, boolean lenient) {
        this.host = host;
        this.server = psql.server();
        this.database = psql.database();
        this.mark = mark;
        this.lenient = lenient;
    }

    /** Throws {@link StateException} where the server does not answer to the end. */
    Fingerprint take() {
        boolean there = serverAndDatabase();
        List<Runnable> tasks = new ArrayList<>();
        if (there) {
            tasks.add(() -> definitions(database));
        }
        for (String other : others()) {
            tasks.add(() -> facts(other, ofDatabase(), PostgresqlDifferences.in(other)));
            tasks.add(() -> definitions(other));
        }
        SideBySide.run(tasks);
        return new Fingerprint(things);
    }

    /** Both in one session; where there is no such database, the server alone, by way of one that each server has. */
    private boolean serverAndDatabase() {
        try {
            facts(database, text("postgresql-server.sql") + ofDatabase(), "");
            return true;
        } catch (StateException e) {
            things.clear();
            if (lenient && isMissing()) {
                return false;
            }
            throw e;
        }
    }

    /** What a backup of files brings back unsound came back so: before the disaster nobody needs to look. */
    private String ofDatabase() {
        return text("postgresql-database.sql") + (lenient ? text("postgresql-sound.sql") : "");
    }

    private boolean isMissing() {
        try {
            facts(MAINTENANCE, text("postgresql-server.sql"), "");
        } catch (StateException e) {
            return false;
        }
        return !things.containsKey(new Thing(PostgresqlDifferences.DATABASE, database));
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

    private void definitions(String name) {
        PostgresqlDump.objects(dump(name, DROPPED_MEANWHILE))
                .forEach((object, text) -> things.put(
                        new Thing(PostgresqlDifferences.DEFINITION, object + PostgresqlDifferences.in(name)),
                        new Content(0, text)));
    }

    /** What the application drops while its definition is read ends the dump; that is no reason to know nothing. */
    private String dump(String name, int again) {
        try {
            return all(server.command(
                            "pg_dump",
                            "--schema-only",
                            "--create",
                            "--encoding=UTF8",
                            "--lock-wait-timeout=60s",
                            "--dbname=" + quoted(name))
                    .within(TAKEN_WITHIN));
        } catch (StateException e) {
            if (again > 0 && GONE.matcher(e.detail()).find()) {
                return dump(name, again - 1);
            }
            throw e;
        }
    }

    /** @param where what the names end with, until it is said that what follows is the database's own */
    private void facts(String name, String script, String where) {
        Command command = new Psql(server, quoted(name))
                .command("token=" + mark, "lenient=" + (lenient ? "on" : "off"))
                .with(text("postgresql-session.sql") + script + END)
                .within(TAKEN_WITHIN);
        String ends = where;
        String sort = "";
        Set<String> sound = new HashSet<>();
        for (String line : all(command).lines().toList()) {
            JsonNode fact = read(line);
            sort = fact.path(0).asText();
            switch (sort) {
                case "end of the server" -> ends = PostgresqlDifferences.in(name);
                case "end" -> {}
                case "parts" ->
                    tellApart(
                            new Thing(PostgresqlDifferences.TABLE, fact.path(1).asText() + ends), fact);
                case "sound" -> sound.add(fact.path(1).asText());
                case "looked at" -> {
                    if (!sound.contains(fact.path(1).asText())) {
                        things.put(
                                new Thing(
                                        PostgresqlDifferences.UNSOUND,
                                        fact.path(3).asText() + ends),
                                new Content(0, ""));
                    }
                }
                case "listed" ->
                    things.putIfAbsent(
                            new Thing(PostgresqlDifferences.TABLE, fact.path(1).asText() + ends),
                            new Content(0, PostgresqlDifferences.UNREADABLE));
                default ->
                    things.put(
                            new Thing(sort, fact.path(1).asText() + ends),
                            new Content(fact.path(2).asLong(), content(fact.path(3))));
            }
        }
        if (!sort.equals("end")) {
            throw new StateException("what " + name + " on " + host.name() + " holds was cut", "");
        }
    }

    private void tellApart(Thing table, JsonNode fact) {
        SortedMap<String, String> parts = new TreeMap<>();
        fact.path(3)
                .properties()
                .forEach(part -> parts.put(part.getKey(), part.getValue().asText()));
        things.computeIfPresent(table, (thing, whole) -> new Content(whole.count(), whole.content(), parts));
    }

    private static String content(JsonNode content) {
        return content.isTextual() ? content.asText() : content.toString();
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
        return Scripts.text(PostgresqlFingerprint.class, name);
    }
}
