package dev.blackstart.state;

import dev.blackstart.machine.Host;
import dev.blackstart.machine.Outcome;
import java.util.List;
import java.util.regex.Pattern;

/** Asks a PostgreSQL database. */
record PostgresqlQueries(Psql psql) implements Queries {
    /** What a plan says where it reads a table, a view's tables or what a function gives. */
    private static final Pattern READS = Pattern.compile("\\bScan\\b");

    /** Functions that give nothing new of nothing. */
    private static final Pattern AGGREGATE =
            Pattern.compile("\\b(count|sum|min|max|avg|bool_and|bool_or|every|coalesce)\\(", Pattern.CASE_INSENSITIVE);

    private static final Pattern CALL = Pattern.compile("\\w\\(");

    @Override
    public Answer ask(Host host, String query) {
        Outcome outcome = host.run(psql.sql(query));
        return outcome.succeeded() && outcome.whole()
                ? new Answer(true, outcome.out().strip())
                : new Answer(false, outcome.err().strip());
    }

    @Override
    public List<List<String>> rows(Host host, String query) {
        return JsonRows.read(WholeOutput.of(
                host,
                psql.sql(
                        "select row_to_json(asked) from (" + query.strip().replaceFirst(";\\s*$", "") + "\n) as asked"),
                "what " + query + " gives"));
    }

    /** Its plan reads no table and calls nothing. */
    @Override
    public boolean constant(Host host, String query) {
        Answer plan = ask(host, "explain (verbose, costs off) " + query);
        String calls = AGGREGATE.matcher(plan.text()).replaceAll("");
        return plan.answered()
                && plan.text().contains("Result")
                && !READS.matcher(plan.text()).find()
                && !CALL.matcher(calls).find();
    }
}
