package dev.blackstart.report;

import dev.blackstart.history.Verdict;
import dev.blackstart.terminal.Counts;
import dev.blackstart.terminal.Lines;
import dev.blackstart.terminal.MarkdownText;
import dev.blackstart.terminal.Span;
import dev.blackstart.terminal.Terminal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;

/**
 * What several runs showed together: each verdict, and of each documented secret the most that any run showed. No single
 * drill needs every secret; one that none of them needs is documented in vain, or not drilled.
 */
public final class Tally {
    private static final List<Shown> MOST_FIRST = List.of(Shown.values());

    private final List<Report> reports;

    private Tally(List<Report> reports) {
        this.reports = reports;
    }

    /** Reports of one session, in the order of its runs. */
    public static Tally of(List<Report> reports) {
        return new Tally(List.copyOf(reports));
    }

    /** Render it for a terminal, at most 100 columns wide; empty where one run or none says all there is to say. */
    public String text() {
        if (reports.size() < 2) {
            return "";
        }
        Lines lines = new Lines(Ansi.OFF, Terminal.WIDEST);
        lines.spans(Span.plain("ALL RUNS  " + verdicts()));
        for (Map.Entry<String, Map<String, Shown>> environment : secrets().entrySet()) {
            lines.spans(Span.plain("  secrets of " + environment.getKey() + ", over all runs"));
            MOST_FIRST.forEach(shown -> {
                String names = names(environment.getValue(), shown);
                lines.hanging("  %-17s ".formatted(shown.words()), names.isEmpty() ? "none" : names);
            });
        }
        return lines.text();
    }

    /** Render it for a pull request or a job's summary; each run in a row of its own. */
    public String markdown() {
        StringBuilder page = new StringBuilder("## " + verdicts() + "\n\n| run | verdict |\n|---|---|\n");
        for (Report report : reports) {
            page.append("| [%s](%s/%s) | %s |\n"
                    .formatted(
                            MarkdownText.escaped(ReportWords.name(report)),
                            report.run().id(),
                            MarkdownReport.FILE,
                            ReportWords.banner(report).toLowerCase(java.util.Locale.ROOT)));
        }
        secrets()
                .forEach((environment, secrets) -> page.append("\nSecrets of %s, over all runs: %s.\n"
                        .formatted(
                                MarkdownText.escaped(environment),
                                MOST_FIRST.stream()
                                        .filter(shown -> secrets.containsValue(shown))
                                        .map(shown ->
                                                shown.words() + ": " + MarkdownText.escaped(names(secrets, shown)))
                                        .collect(Collectors.joining("; ")))));
        return page.toString();
    }

    private String verdicts() {
        Map<Verdict, Long> counts =
                reports.stream().collect(Collectors.groupingBy(Report::verdict, TreeMap::new, Collectors.counting()));
        return Counts.of(reports.size(), "run") + ": "
                + counts.entrySet().stream()
                        .map(count -> count.getValue() + " "
                                + ReportWords.verdict(count.getKey()).toLowerCase(java.util.Locale.ROOT))
                        .collect(Collectors.joining(", "));
    }

    /** By environment, what is known of each of its secrets. */
    private Map<String, Map<String, Shown>> secrets() {
        Map<String, Map<String, Shown>> known = new TreeMap<>();
        reports.forEach(report -> report.secrets()
                .forEach(secret -> known.computeIfAbsent(report.drill().environment(), name -> new TreeMap<>())
                        .merge(secret.name(), Shown.of(secret), Tally::more)));
        return known;
    }

    private static Shown more(Shown one, Shown other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static String names(Map<String, Shown> secrets, Shown shown) {
        return secrets.entrySet().stream()
                .filter(secret -> secret.getValue() == shown)
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
    }
}
