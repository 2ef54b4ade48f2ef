package dev.blackstart.state;

import dev.blackstart.machine.Host;
import dev.blackstart.machine.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** Asks an SQLite database, which changes nothing meanwhile. */
record SqliteQueries(String path) implements Queries {
    private static final Duration SOON = Duration.ofMinutes(1);

    /** What a plan does where it reads the file, or calls what might. */
    private static final Pattern READS =
            Pattern.compile("OpenRead|VOpen|ReadCookie|Function|PureFunc|Count|IntegrityCk|Pagecount|JournalMode");

    private static final Pattern PRAGMA = Pattern.compile("\\s*pragma\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    @Override
    public Answer ask(Host host, String query) {
        return answer(host, "ask", query);
    }

    @Override
    public List<List<String>> rows(Host host, String query) {
        return JsonRows.read(WholeOutput.of(
                host, SqliteScript.command("sqlite-sql.py", path, "rows", query), "what " + query + " gives"));
    }

    @Override
    public boolean constant(Host host, String query) {
        Answer plan = answer(host, "plan", query);
        return plan.answered()
                && plan.text().contains("ResultRow")
                && !READS.matcher(plan.text()).find()
                && !PRAGMA.matcher(query).matches();
    }

    private Answer answer(Host host, String how, String query) {
        Outcome outcome =
                host.run(SqliteScript.command("sqlite-sql.py", path, how, query).within(SOON));
        return outcome.succeeded() && outcome.whole()
                ? new Answer(true, outcome.out().strip())
                : new Answer(false, outcome.err().strip());
    }
}
