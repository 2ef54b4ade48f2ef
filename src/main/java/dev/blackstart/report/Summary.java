package dev.blackstart.report;

import dev.blackstart.history.Verdict;
import dev.blackstart.verdict.Durations;
import dev.blackstart.verdict.Finding;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;

/** Tells a run's outcome on a terminal, to be read in ten seconds. */
public final class Summary {
    private static final int FINDINGS_SHOWN = 5;

    private final Ansi ansi;
    private final List<String> lines = new ArrayList<>();

    private Summary(Ansi ansi) {
        this.ansi = ansi;
    }

    /**
     * Render the summary as plain lines, at most 100 columns wide unless a word is longer.
     *
     * @param reports where the reports lie, as the reader would type it
     */
    public static String render(Report report, Path reports, Ansi ansi) {
        Summary summary = new Summary(ansi);
        summary.add(report, reports);
        return String.join(System.lineSeparator(), summary.lines) + System.lineSeparator();
    }

    private void add(Report report, Path reports) {
        lines.add(painted(report.verdict(), report.verdict().name()) + "  " + ReportWords.name(report) + ": "
                + report.drill().title());
        if (report.verdict() == Verdict.PASSED) {
            wrap("  ", report.why());
        }
        boolean applies = !report.lockOut();
        if (applies) {
            objective(
                    "recovery time",
                    report.actuals().recoveryTime(),
                    false,
                    ReportWords.noRecoveryTime(report),
                    report.objectives().recoveryTime());
            objective(
                    "recovery point",
                    report.actuals().recoveryPoint(),
                    report.actuals().recoveryPointAtLeast(),
                    "unknown",
                    report.objectives().recoveryPoint());
        }
        lines.add("  controls        " + controls(report));
        findings(report.findings());
        lines.add("  report          " + reports.resolve(Reports.HTML));
    }

    private void objective(
            String name, Optional<Duration> actual, boolean atLeast, String otherwise, Optional<Duration> objective) {
        String promised = objective.map(Durations::text).orElse("unknown");
        String kept = actual.isPresent() && objective.isPresent()
                ? actual.get().compareTo(objective.get()) > 0 ? painted(Verdict.FAILED, "  missed") : ""
                : "";
        lines.add("  %-15s %-12s objective %s%s"
                .formatted(name, ReportWords.actual(actual, atLeast, otherwise), promised, kept));
    }

    private static String controls(Report report) {
        if (report.controls().isEmpty()) {
            return report.run().quick() ? "left out (--quick): nothing was proved by them" : "none was run";
        }
        long expected =
                report.controls().stream().filter(Report.Control::asExpected).count();
        return "%d of %d as expected".formatted(expected, report.controls().size());
    }

    private void findings(List<Finding> findings) {
        findings.stream().limit(FINDINGS_SHOWN).forEach(this::finding);
        int more = findings.size() - FINDINGS_SHOWN;
        if (more > 0) {
            lines.add("  and %s in the report".formatted(ReportWords.count(more, "more finding")));
        }
    }

    private void finding(Finding finding) {
        String word = ReportWords.severity(finding.severity()).toLowerCase(Locale.ROOT);
        boolean note = finding.severity() == Finding.Severity.NOTE;
        lines.add("  %s  %s  %s"
                .formatted(note ? word : painted(finding.severity().verdict(), word), finding.code(), finding.where()));
        wrap("    ", finding.message());
        wrap("    HINT: ", finding.hint());
    }

    private void wrap(String indent, String text) {
        Wrap.into(lines, indent, text);
    }

    private String painted(Verdict verdict, String text) {
        String style = switch (verdict) {
            case PASSED -> "bold,green";
            case INCONCLUSIVE -> "bold,yellow";
            case FAILED -> "bold,red";
        };
        return ansi.string("@|" + style + " " + text + "|@");
    }
}
