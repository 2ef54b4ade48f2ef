package dev.blackstart.verification;

import dev.blackstart.machine.Command;
import dev.blackstart.machine.Host;
import dev.blackstart.machine.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the fingerprint of a PostgreSQL database as the database's own superuser on its host: definitions from
 * {@code pg_dump --schema-only} and {@code pg_dumpall --roles-only} (so whatever PostgreSQL can define is covered),
 * contents by one query a table in one snapshot.
 */
final class PostgresFingerprint {
    private static final Duration TAKEN_WITHIN = Duration.ofMinutes(10);
    private static final Pattern HEADING =
            Pattern.compile("^-- (?:Data for )?Name: (.*); Type: (.*); Schema: (.*?);.*$", Pattern.MULTILINE);

    private final Host host;
    private final String database;
    private final String token;

    /** @param token what every row of the workload holds in its text */
    PostgresFingerprint(Host host, String database, String token) {
        this.host = host;
        this.database = database;
        this.token = token;
    }

    /** Throws {@link VerificationException} where the database does not answer to the end. */
    Fingerprint take() {
        Map<String, String> objects = new HashMap<>();
        objects(psqlTool("pg_dump", "--schema-only", "--create", database), objects);
        roles(psqlTool("pg_dumpall", "--roles-only", "--no-role-passwords"), objects);
        Map<String, Fingerprint.Content> tables = new HashMap<>();
        Map<String, Optional<BigInteger>> sequences = new HashMap<>();
        contents(tables, sequences);
        return new Fingerprint(objects, tables, sequences);
    }

    /** Each object of a dump stands under a comment that names it. */
    static void objects(String dump, Map<String, String> objects) {
        Matcher heading = HEADING.matcher(dump);
        String name = null;
        int from = 0;
        while (heading.find()) {
            put(name, dump.substring(from, heading.start()), objects);
            String schema = heading.group(3).equals("-") ? "" : heading.group(3) + ".";
            name = (heading.group(2) + " " + schema + heading.group(1)).toLowerCase(java.util.Locale.ROOT);
            from = heading.end();
        }
        put(name, dump.substring(from), objects);
    }

    private static void put(@org.jspecify.annotations.Nullable String name, String body, Map<String, String> objects) {
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

    private void contents(Map<String, Fingerprint.Content> tables, Map<String, Optional<BigInteger>> sequences) {
        String[] lines =
                run(psql("token=" + token), text("postgres-content.sql")).split("\n", -1);
        boolean ended = false;
        for (String line : lines) {
            String[] fields = line.split("\\|", -1);
            switch (fields[0]) {
                case "table" -> tables.put(fields[1], new Fingerprint.Content(Long.parseLong(fields[2]), fields[3]));
                case "sequence" ->
                    sequences.put(
                            fields[1], fields[2].isEmpty() ? Optional.empty() : Optional.of(new BigInteger(fields[2])));
                case "end" -> ended = true;
                default -> {}
            }
        }
        if (!ended) {
            throw new VerificationException("the contents of " + database + " on " + host.name() + " were cut", "");
        }
    }

    private Command psql(String variable) {
        return as("psql", "-XAtq", "-F", "|", "-v", variable, "-d", database, "-f", "-");
    }

    private String psqlTool(String... arguments) {
        return run(as(arguments), "");
    }

    private static Command as(String... arguments) {
        return Command.as("postgres", arguments).within(TAKEN_WITHIN);
    }

    private String run(Command command, String input) {
        Outcome outcome = host.run(command.with(input));
        if (!outcome.succeeded()) {
            throw new VerificationException(
                    "the database " + database + " on " + host.name() + " cannot be read",
                    outcome.err().strip());
        }
        return outcome.out();
    }

    private static String text(String name) {
        try (InputStream in = PostgresFingerprint.class.getResourceAsStream(name)) {
            return new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
