package dev.blackstart.state;

import dev.blackstart.machine.Host;
import dev.blackstart.machine.Outcome;
import dev.blackstart.terminal.Counts;
import java.time.Duration;

/** Has an SQLite database carry out statements: in one transaction, unless they say otherwise. */
record SqliteStatements(String path) implements Statements {
    private static final Duration WITHIN = Duration.ofMinutes(10);

    @Override
    public Done carryOut(Host host, String statements) {
        Outcome outcome = host.run(
                SqliteScript.command("sqlite-sql.py", path, "do", statements).within(WITHIN));
        String rows = outcome.out().strip();
        if (!outcome.succeeded() || !rows.matches("[0-9]{1,18}")) {
            return new Done(false, 0, outcome.err().strip());
        }
        long touched = Long.parseLong(rows);
        return new Done(true, touched, Counts.of(touched, "row") + " touched");
    }
}
