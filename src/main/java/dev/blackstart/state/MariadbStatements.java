package dev.blackstart.state;

import dev.blackstart.machine.Host;
import dev.blackstart.machine.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Has a MariaDB carry out statements: in one transaction, unless they say otherwise, or define something. */
record MariadbStatements(MariadbClient client, Optional<String> database) implements Statements {
    /** What the client says of each statement once it is asked to say much. */
    private static final Pattern DONE = Pattern.compile("Query OK, (\\d+) rows? affected.*");

    @Override
    public Done carryOut(Host host, String statements) {
        List<String> options = new ArrayList<>(List.of("--verbose", "--verbose"));
        database.ifPresent(name -> options.add("--database=" + name));
        Outcome outcome = host.run(client.command(options.toArray(String[]::new))
                .with("start transaction;\n%s\n;\ncommit;\n".formatted(statements)));
        if (!outcome.succeeded()) {
            return new Done(false, 0, outcome.err().strip());
        }
        long rows = 0;
        List<String> said = new ArrayList<>();
        for (String line : outcome.out().split("\n", -1)) {
            Matcher done = DONE.matcher(line);
            if (line.equalsIgnoreCase("rollback")) {
                rows = 0;
            } else if (done.matches()) {
                rows += Long.parseLong(done.group(1));
                said.add(line);
            }
        }
        if (said.size() < 2) { // that the transaction began, and that it ended
            return new Done(false, 0, outcome.err().strip());
        }
        return new Done(true, rows, String.join("; ", said.subList(1, said.size() - 1)));
    }
}
