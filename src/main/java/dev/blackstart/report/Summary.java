package dev.blackstart.report;

import dev.blackstart.finding.Finding;
import dev.blackstart.finding.Severity;
import dev.blackstart.history.Verdict;
import dev.blackstart.terminal.Counts;
import dev.blackstart.terminal.Durations;
import dev.blackstart.terminal.Lines;
import dev.blackstart.terminal.Span;
import dev.blackstart.terminal.Terminal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;

/** Tells a run's outcome on a terminal, to be read in ten seconds. */
public final class Summary {
    private static final int FINDINGS_SHOWN = 5;

    private final Lines lines;

    private Summary(Ansi ansi) {
        this.lines = new Lines(ansi, Terminal.WIDEST);
    }

    /**
     * Render the summary as plain lines, at most 100 columns wide unless a word is longer.
     *
     * @param reports where the reports lie, as the reader would type it
     */
    public static String render(Report report, Path reports, Ansi ansi) {
        Summary summary = new Summary(ansi);
        summary.add(report, reports);
        return summary.lines.text();
    }

    private void add(Report report, Path reports) {
        lines.spans(
                painted(
                        report.verdict(),
                        ReportWords.banner(report)
                                .replaceFirst("^\\w+", report.verdict().name())),
                Span.plain("  %s: %s"
                        .formatted(ReportWords.name(report), report.drill().title())));
        if (report.verdict() == Verdict.PASSED) {
            lines.indented(2, report.why());
        }
        boolean applies = !report.lockOut();
        if (applies) {
            objective(
                    "recovery time",
                    report.actuals().recoveryTime(),
                    false,
                    ReportWords.noRecoveryTime(report),
                    report.objectives().recoveryTime());
            moment("page done", report.actuals().pageDone(), report.objectives().pageDone());
            moment("verified", report.actuals().verified(), Optional.empty());
            objective(
                    "recovery point",
                    report.actuals().recoveryPoint(),
                    report.actuals().recoveryPointAtLeast(),
                    "unknown",
                    report.objectives().recoveryPoint());
            ReportWords.erasurePoint(report).ifPresent(point -> add("  %-15s %s".formatted("erasure point", point)));
        }
        report.restarts()
                .forEach(restart ->
                        add("  %-15s %s: %s".formatted("reboot", restart.host(), ReportWords.restarted(restart))));
        report.generations()
                .forEach(choice -> add("  %-15s %s".formatted("generation", ReportWords.generation(choice))));
        add("  controls        " + controls(report));
        findings(report.findings());
        add("  report          " + reports.resolve(Reports.HTML));
    }

    /** One that need not be bound by anything. */
    private void moment(String name, Optional<Duration> actual, Optional<Duration> objective) {
        if (objective.isPresent()) {
            objective(name, actual, false, "not reached", objective);
        } else {
            actual.ifPresent(after -> add("  %-15s %s".formatted(name, Durations.text(after))));
        }
    }

    private void objective(
            String name, Optional<Duration> actual, boolean atLeast, String otherwise, Optional<Duration> objective) {
        String promised = objective.map(Durations::text).orElse("unknown");
        boolean missed =
                actual.isPresent() && objective.isPresent() && actual.get().compareTo(objective.get()) > 0;
        lines.spans(
                Span.plain("  %-15s %-12s objective %s"
                        .formatted(name, ReportWords.actual(actual, atLeast, otherwise), promised)),
                painted(Verdict.FAILED, missed ? "  missed" : ""));
    }

    private static String controls(Report report) {
        if (report.controls().isEmpty()) {
            return report.run().quick() ? "left out (--quick): nothing was proved by them" : "none was run";
        }
        long expected = report.controls().stream()
                .filter(control -> control.asExpected() || control.tolerated().isPresent())
                .count();
        return "%d of %d as expected".formatted(expected, report.controls().size());
    }

    private void findings(List<Finding> findings) {
        findings.stream().limit(FINDINGS_SHOWN).forEach(this::finding);
        int more = findings.size() - FINDINGS_SHOWN;
        if (more > 0) {
            add("  and %s in the report".formatted(Counts.of(more, "more finding")));
        }
    }

    private void finding(Finding finding) {
        String word = ReportWords.severity(finding.severity()).toLowerCase(Locale.ROOT);
        boolean note = finding.severity() == Severity.NOTE;
        lines.spans(
                Span.plain("  "),
                note ? Span.plain(word) : painted(Verdict.allowedBy(finding.severity()), word),
                Span.plain("  %s  %s"
                        .formatted(finding.code().word(), finding.place().fileAndLine())));
        lines.indented(4, finding.message());
        lines.hanging("    HINT: ", finding.hint());
    }

    private void add(String line) {
        lines.spans(Span.plain(line));
    }

    private static Span painted(Verdict verdict, String text) {
        String style = switch (verdict) {
            case PASSED -> "bold,green";
            case INCONCLUSIVE -> "bold,yellow";
            case FAILED -> "bold,red";
        };
        return new Span(style, text);
    }
}
