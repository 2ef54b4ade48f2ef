package dev.blackstart.state;

import dev.blackstart.machine.Command;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Words commands for a database's {@code psql}, as the superuser; what it is to do comes by standard input. */
record Psql(PostgresqlServer server, String database) {
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Duration LATER = Duration.ofMinutes(10);

    /** SQL that somebody else wrote: it goes to the server as it is, and none of {@code psql}'s own commands is carried out. */
    Command sql(String query) {
        return foreign("-XAtq", query).within(SOON);
    }

    /** The same for what may take its time and change something: it says what it did, such as {@code DELETE 5}. */
    Command statements(String statements) {
        return foreign("-XAt", statements).within(LATER);
    }

    private Command foreign(String options, String sql) {
        // psql reads -c as a command of its own only where that is the first character (startup.c).
        return server.command("psql", options, "-F", "|", "-v", "ON_ERROR_STOP=1", "-d", database, "-c", "\n" + sql);
    }

    /**
     * One record a line, its fields parted by {@code |}, nothing else; the first error ends it.
     *
     * @param variables such as {@code table=history}, which a script has as {@code :'table'}
     */
    Command command(String... variables) {
        List<String> arguments =
                new ArrayList<>(List.of("psql", "-XAtq", "-F", "|", "-v", "ON_ERROR_STOP=1", "-d", database));
        for (String variable : variables) {
            arguments.addAll(List.of("-v", variable));
        }
        arguments.addAll(List.of("-f", "-"));
        return server.command(arguments.toArray(String[]::new)).within(SOON);
    }
}
