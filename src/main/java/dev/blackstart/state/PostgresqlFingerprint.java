package dev.blackstart.state;

import dev.blackstart.machine.Command;
import dev.blackstart.machine.Host;
import dev.blackstart.state.Fingerprint.Content;
import dev.blackstart.state.Fingerprint.Thing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes the fingerprint of a PostgreSQL database as the database's own superuser on its host: definitions from
 * {@code pg_dump --schema-only} and {@code pg_dumpall --roles-only} (so whatever PostgreSQL can define is covered),
 * contents by one query a table in one snapshot: rows, and the sum of a hash of each, as their order does not matter.
 */
final class PostgresqlFingerprint {
    private static final Duration TAKEN_WITHIN = Duration.ofMinutes(10);
    private static final Pattern HEADING =
            Pattern.compile("^-- (?:Data for )?Name: (.*); Type: (.*); Schema: (.*?);.*$", Pattern.MULTILINE);

    private final Host host;
    private final String database;
    private final String mark;

    /** @param mark what every row of the workload holds in its text */
    PostgresqlFingerprint(Host host, String database, String mark) {
        this.host = host;
        this.database = database;
        this.mark = mark;
    }

    /** Throws {@link StateException} where the database does not answer to the end. */
    Fingerprint take() {
        Map<String, String> objects = new HashMap<>();
        objects(all(tool("pg_dump", "--schema-only", "--create", database)), objects);
        roles(all(tool("pg_dumpall", "--roles-only", "--no-role-passwords")), objects);
        SortedMap<Thing, Content> things = new TreeMap<>();
        objects.forEach((name, text) -> things.put(new Thing(PostgresqlState.DEFINITION, name), new Content(0, text)));
        contents(things);
        return new Fingerprint(things);
    }

    /** Each object of a dump stands under a comment that names it. */
    static void objects(String dump, Map<String, String> objects) {
        Matcher heading = HEADING.matcher(dump);
        String name = null;
        int from = 0;
        while (heading.find()) {
            put(name, dump.substring(from, heading.start()), objects);
            String schema = heading.group(3).equals("-") ? "" : heading.group(3) + ".";
            name = (heading.group(2) + " " + schema + heading.group(1)).toLowerCase(Locale.ROOT);
            from = heading.end();
        }
        put(name, dump.substring(from), objects);
    }

    private static void put(@Nullable String name, String body, Map<String, String> objects) {
        if (name != null) {
            objects.merge(name, statements(body), (one, other) -> one + "\n" + other);
        }
    }

    private static String statements(String text) {
        StringBuilder statements = new StringBuilder();
        text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("--") && !line.startsWith("\\"))
                .forEach(line -> statements.append(line).append('\n'));
        return statements.toString();
    }

    /** One object a role, and one a membership. */
    static void roles(String dump, Map<String, String> objects) {
        Pattern role = Pattern.compile("^(?:CREATE|ALTER) ROLE (\\S+?)(?:;| ).*$", Pattern.MULTILINE);
        Matcher line = role.matcher(dump);
        while (line.find()) {
            objects.merge("role " + line.group(1), line.group() + "\n", String::concat);
        }
        Matcher grant =
                Pattern.compile("^GRANT (\\S+) TO (\\S+).*$", Pattern.MULTILINE).matcher(dump);
        while (grant.find()) {
            objects.put("membership of " + grant.group(2).replace(";", "") + " in " + grant.group(1), grant.group());
        }
    }

    private void contents(SortedMap<Thing, Content> things) {
        Command script = new Psql(database)
                .command("token=" + mark)
                .with(text("postgresql-content.sql"))
                .within(TAKEN_WITHIN);
        boolean ended = false;
        for (String line : all(script).split("\n", -1)) {
            String[] fields = line.split("\\|", -1);
            switch (fields[0]) {
                case PostgresqlState.TABLE ->
                    things.put(thing(fields), new Content(Long.parseLong(fields[2]), fields[3]));
                case PostgresqlState.SEQUENCE -> things.put(thing(fields), new Content(0, fields[2]));
                case "end" -> ended = true;
                default -> {}
            }
        }
        if (!ended) {
            throw new StateException("the contents of " + database + " on " + host.name() + " were cut", "");
        }
    }

    private static Thing thing(String[] fields) {
        return new Thing(fields[0], fields[0] + " " + fields[1]);
    }

    private static Command tool(String... arguments) {
        return Command.as(Psql.SUPERUSER, arguments).within(TAKEN_WITHIN);
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
