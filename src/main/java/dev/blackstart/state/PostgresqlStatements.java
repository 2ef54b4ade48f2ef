package dev.blackstart.state;

import dev.blackstart.machine.Host;
import dev.blackstart.machine.Outcome;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Has a PostgreSQL database carry out statements: in one transaction, unless they say otherwise. */
record PostgresqlStatements(Psql psql) implements Statements {
    /** How the server says it; see its manual, "Message Formats", {@code CommandComplete}. */
    private static final Pattern TOUCHED = Pattern.compile("(?:INSERT \\d+|UPDATE|DELETE|MERGE|COPY) (\\d+)");

    @Override
    public Done carryOut(Host host, String statements) {
        Outcome outcome = host.run(psql.statements(statements));
        if (!outcome.succeeded()) {
            return new Done(false, 0, outcome.err().strip());
        }
        long rows = 0;
        for (String line : outcome.out().lines().toList()) {
            Matcher touched = TOUCHED.matcher(line);
            if (line.equals("ROLLBACK")) {
                rows = 0;
            } else if (touched.matches()) {
                rows += Long.parseLong(touched.group(1));
            }
        }
        return new Done(
                true,
                rows,
                String.join("; ", (outcome.out() + outcome.err()).lines().toList()));
    }
}
