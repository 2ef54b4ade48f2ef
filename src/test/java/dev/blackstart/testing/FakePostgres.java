package dev.blackstart.testing;

import static dev.blackstart.testing.Outcomes.failed;
import static dev.blackstart.testing.Outcomes.ok;

import dev.blackstart.machine.Command;
import dev.blackstart.machine.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A PostgreSQL whose tables are files of its machine, a line a row. It answers what a fingerprint and a check ask, takes a
 * damage to a page, and refuses whatever reads that page, as one with checksums does.
 */
public final class FakePostgres implements Program {
    /** Where all that it holds lies: what goes with the machine, and comes back with a backup. */
    public static final String DATA = "/var/lib/postgresql";

    private static final String TABLES = DATA + "/tables";
    private static final String ROLES = DATA + "/roles";
    private static final String RUNNING = "/run/postgresql/pid";
    private static final int BYTES = 16;
    private static final String DAMAGED = "<damaged>";
    private static final Pattern COUNT =
            Pattern.compile("select count\\(\\*\\) from (\\w+)(?: where id like '(.*)%')?;?");

    @Override
    public Optional<Outcome> run(FakeHost host, Command command) {
        String line = String.join(" ", command.arguments());
        if (command.user().equals("root") && line.contains("syswrite")) {
            return Optional.of(damage(host, command.arguments().get(3)));
        }
        if (!command.user().equals("postgres")) {
            return Optional.empty();
        }
        if (!running(host)) {
            return Optional.of(failed(2, "connection to server on socket failed: No such file or directory"));
        }
        return switch (command.arguments().get(0)) {
            case "pg_dump" -> Optional.of(ok(definitions(host)));
            case "psql" -> Optional.of(sql(host, command));
            default -> Optional.empty();
        };
    }

    /** Make a cluster with a role and a table of so many rows. */
    public static void create(FakeHost host, String table, int rows) {
        StringBuilder text = new StringBuilder();
        for (int row = 1; row <= rows; row++) {
            text.append("first-").append(row).append('\n');
        }
        host.put(TABLES + "/" + table, text.toString());
        host.put(ROLES, """
                ["fact", "role kiosk", 0, {"attributes": "login"}]
                ["fact", "membership of kiosk in readers", 0, {"admin option": false}]
                """);
    }

    public static void start(FakeHost host) {
        if (host.below(TABLES).isEmpty()) {
            throw new FakeShell.Failure(1, "there is no cluster");
        }
        host.put(RUNNING, "");
    }

    /** Start where there is something to start, as an enabled unit does. */
    public static void boot(FakeHost host) {
        if (!host.below(TABLES).isEmpty()) {
            start(host);
        }
    }

    public static void stop(FakeHost host) {
        host.delete(RUNNING);
    }

    public static boolean running(FakeHost host) {
        return host.text(RUNNING).isPresent();
    }

    /** Add a row to a table. */
    public static void insert(FakeHost host, String table, String row) {
        synchronized (host) {
            host.put(TABLES + "/" + table, host.text(TABLES + "/" + table).orElse("") + row + "\n");
        }
    }

    /** Take rows out of a table. */
    public static void delete(FakeHost host, String table, Predicate<String> row) {
        synchronized (host) {
            host.put(
                    TABLES + "/" + table,
                    rows(host, table).stream()
                            .filter(row.negate())
                            .map(kept -> kept + "\n")
                            .collect(Collectors.joining()));
        }
    }

    public static List<String> rows(FakeHost host, String table) {
        return host.text(TABLES + "/" + table).orElse("").lines().toList();
    }

    /** What reads every page says: of {@code pg_amcheck} or a dump. */
    public static String check(FakeHost host) {
        return readable(host) ? "all is well\n" : "ERROR:  invalid page in block 5 of relation base/5/16384\n";
    }

    public static boolean readable(FakeHost host) {
        return tables(host).values().stream().noneMatch(rows -> rows.contains(DAMAGED));
    }

    private static Map<String, List<String>> tables(FakeHost host) {
        Map<String, List<String>> tables = new TreeMap<>();
        host.below(TABLES).keySet().forEach(table -> tables.put(table, rows(host, table)));
        return tables;
    }

    private static String definitions(FakeHost host) {
        return tables(host).keySet().stream()
                .map(table ->
                        "-- Name: %s; Type: TABLE; Schema: public; Owner: kiosk%n--%n%nCREATE TABLE %s (id text);%n"
                                .formatted(table, table))
                .collect(Collectors.joining());
    }

    /** What comes by standard input, or behind {@code -c}. */
    private static String text(Command command) {
        List<String> words = command.arguments();
        return words.contains("-c") ? words.get(words.size() - 1).strip() : command.input();
    }

    private static Outcome sql(FakeHost host, Command command) {
        if (text(command).contains("pg_relation_filepath")) {
            String table = after(command, "relation=");
            return ok(TABLES + "/" + table + "|40|8192|131072\n");
        } else if (text(command).contains("pg_buffercache")) {
            return ok(after(command, "start=") + "\n");
        }
        if (!readable(host)) {
            return failed(1, check(host));
        }
        if (text(command).contains("pg_sequence")) {
            return ok(contents(host, after(command, "token=")));
        }
        if (text(command).startsWith("explain (verbose, costs off) ")) {
            return ok(
                    text(command).contains(" from ")
                            ? "Aggregate\n  ->  Seq Scan on orders\n"
                            : "Result\n  Output: 1\n");
        }
        if (text(command).strip().equals("select 1")) {
            return ok("1\n");
        }
        Matcher count = COUNT.matcher(text(command).strip());
        if (!count.matches()) {
            return failed(
                    3, "ERROR:  syntax error at or near \"" + text(command).strip() + "\"");
        }
        String prefix = Optional.ofNullable(count.group(2)).orElse("");
        return ok(rows(host, count.group(1)).stream()
                        .filter(row -> row.startsWith(prefix))
                        .count()
                + "\n");
    }

    private static String contents(FakeHost host, String token) {
        StringBuilder out = new StringBuilder(host.text(ROLES).orElse(""));
        tables(host).forEach((table, rows) -> {
            List<String> others =
                    rows.stream().filter(row -> !row.contains(token)).toList();
            out.append("[\"table\", \"table public.%s\", %d, \"%d\"]%n"
                    .formatted(
                            table,
                            others.size(),
                            others.stream().mapToLong(String::hashCode).sum()));
            out.append("[\"sequence\", \"sequence public.%s_id_seq\", 0, \"%d 1 ends\"]%n"
                    .formatted(table, rows.size() + 1));
        });
        return out.append("[\"end\", \"\", 0, \"\"]\n").toString();
    }

    private static String after(Command command, String name) {
        return command.arguments().stream()
                .filter(word -> word.startsWith(name))
                .map(word -> word.substring(name.length()))
                .findFirst()
                .orElseThrow();
    }

    private static Outcome damage(FakeHost host, String file) {
        synchronized (host) {
            host.put(file, host.text(file).orElseThrow().replaceFirst("first-3\n", DAMAGED + "\n"));
        }
        return ok("00".repeat(BYTES) + " " + "ff".repeat(BYTES));
    }
}
