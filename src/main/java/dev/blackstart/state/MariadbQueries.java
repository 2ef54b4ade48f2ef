package dev.blackstart.state;

import dev.blackstart.machine.Command;
import dev.blackstart.machine.Host;
import dev.blackstart.machine.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Asks a MariaDB, in its declared database where there is one. */
record MariadbQueries(MariadbClient client, Optional<String> database) implements Queries {
    /** Functions that give nothing new of nothing. */
    private static final Pattern AGGREGATE =
            Pattern.compile("\\b(count|sum|min|max|avg|coalesce|ifnull)\\(", Pattern.CASE_INSENSITIVE);

    /** What a plan says of a table; what is said of some before it is read was read for the plan. */
    private static final Pattern READS = Pattern.compile("table_name|optimized away|const table");

    private static final Pattern CALL = Pattern.compile("\\w\\s*\\(");

    @Override
    public Answer ask(Host host, String query) {
        Outcome outcome = host.run(command(query));
        return outcome.succeeded() && outcome.whole()
                ? new Answer(true, MariadbOutput.shown(outcome.out()))
                : new Answer(false, outcome.err().strip());
    }

    @Override
    public List<List<String>> rows(Host host, String query) {
        List<List<String>> rows = MariadbOutput.lines(WholeOutput.of(host, command(query), "what " + query + " gives"));
        rows.forEach(row -> row.replaceAll(text -> text.equals("NULL") ? "" : text));
        return rows;
    }

    private Command command(String query) {
        String[] where =
                database.map(name -> new String[] {"--database=" + name}).orElseGet(() -> new String[0]);
        return client.command(where).with("set names utf8mb4;\n" + query + "\n;");
    }

    /** Its plan reads no table, and it asks for no variable and calls nothing. */
    @Override
    public boolean constant(Host host, String query) {
        Answer plan = ask(host, "explain format=json " + query);
        return plan.answered()
                && plan.text().contains("No tables used")
                && !READS.matcher(plan.text()).find()
                && !query.contains("@")
                && !CALL.matcher(AGGREGATE.matcher(query).replaceAll("")).find();
    }
}
