package dev.blackstart.report;

import dev.blackstart.finding.Finding;
import dev.blackstart.history.Verdict;
import dev.blackstart.terminal.Counts;
import dev.blackstart.terminal.Durations;
import dev.blackstart.terminal.MarkdownText;
import dev.blackstart.verdict.Phase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One page of a report in Markdown. */
final class MarkdownPage {
    private static final int FINDINGS_SHOWN = 10;

    private final Report report;
    private final StringBuilder page = new StringBuilder();

    private MarkdownPage(Report report) {
        this.report = report;
    }

    static String render(Report report) {
        MarkdownPage markdown = new MarkdownPage(report);
        markdown.verdict();
        markdown.findings();
        markdown.objectives();
        markdown.detections();
        markdown.phases();
        markdown.controls();
        markdown.secrets();
        return markdown.page.toString();
    }

    private void verdict() {
        String sign = switch (report.verdict()) {
            case PASSED -> "\u2705";
            case INCONCLUSIVE -> "\u26a0\ufe0f";
            case FAILED -> "\u274c";
        };
        line("## %s %s: %s"
                .formatted(
                        sign,
                        ReportWords.banner(report),
                        MarkdownText.escaped(ReportWords.name(
                                report.drill().title(), report.people().lost()))));
        line("");
        line(MarkdownText.escaped(report.why()));
        line("");
    }

    private void objectives() {
        if (report.lockOut()) {
            return;
        }
        line("| | actual | objective |");
        line("|---|---|---|");
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
        ReportWords.erasurePoint(report).ifPresent(point -> line("| erasure point | %s | |".formatted(point)));
        report.restarts()
                .forEach(restart -> line("| reboot of %s | %s | |"
                        .formatted(MarkdownText.escaped(restart.host()), ReportWords.restarted(restart))));
        report.generations()
                .forEach(choice ->
                        line("| generation | %s | |".formatted(MarkdownText.escaped(ReportWords.generation(choice)))));
        report.promises()
                .forEach(promise -> line("| %s | %s | |"
                        .formatted(
                                MarkdownText.escaped(ReportWords.promise(promise)),
                                MarkdownText.escaped(promise.detail()))));
        line("");
    }

    /** One that need not be bound by anything. */
    private void moment(String name, Optional<Duration> actual, Optional<Duration> objective) {
        if (objective.isPresent()) {
            objective(name, actual, false, "not reached", objective);
        } else {
            actual.ifPresent(after -> line("| %s | %s | |".formatted(name, Durations.text(after))));
        }
    }

    private void objective(
            String name, Optional<Duration> actual, boolean atLeast, String otherwise, Optional<Duration> objective) {
        boolean missed =
                actual.isPresent() && objective.isPresent() && actual.get().compareTo(objective.get()) > 0;
        line("| %s | %s%s | %s |"
                .formatted(
                        name,
                        ReportWords.actual(actual, atLeast, otherwise),
                        missed ? " **missed**" : "",
                        objective.map(Durations::text).orElse("unknown")));
    }

    private void findings() {
        List<Finding> findings = report.findings();
        for (Finding finding : findings.stream().limit(FINDINGS_SHOWN).toList()) {
            line("- **%s** `%s` %s<br>%s<br>Hint: %s"
                    .formatted(
                            ReportWords.severity(finding.severity()),
                            finding.code().word(),
                            MarkdownText.escaped(ReportWords.sentence(finding.message())),
                            MarkdownText.code(finding.place().fileAndLine()),
                            MarkdownText.escaped(finding.hint())));
            details("The end of its output", ReportWords.output(report, finding));
            details("The end of the host's journal", ReportWords.hostJournal(report, finding));
        }
        if (findings.size() > FINDINGS_SHOWN) {
            line("- and %s".formatted(Counts.of(findings.size() - FINDINGS_SHOWN, "more finding")));
        }
        if (!findings.isEmpty()) {
            line("");
        }
    }

    /** Within the list's item, so that it belongs to its finding. */
    private void details(String title, String text) {
        if (!text.isBlank()) {
            line("  <details><summary>%s</summary>".formatted(title));
            line("");
            MarkdownText.block(text).lines().map(line -> "  " + line).forEach(this::line);
            line("");
            line("  </details>");
        }
    }

    private void detections() {
        if (report.detections().isEmpty()) {
            return;
        }
        line("| detector | came to |");
        line("|---|---|");
        report.detections()
                .forEach(detection -> line("| %s | %s |"
                        .formatted(MarkdownText.escaped(detection.name()), ReportWords.detected(detection))));
        line("");
    }

    private void phases() {
        if (report.phases().isEmpty()) {
            return;
        }
        String phases = report.phases().stream().map(MarkdownPage::phase).collect(Collectors.joining(" \u00b7 "));
        line("Phases: " + phases);
        line("");
    }

    private static String phase(Phase phase) {
        return MarkdownText.escaped(phase.name()) + " " + Durations.text(phase.duration());
    }

    private void controls() {
        controlTable();
        states();
        if (!report.absentControls().isEmpty()) {
            line("No control of these kinds: %s."
                    .formatted(report.absentControls().stream()
                            .map(absent -> MarkdownText.code(absent.kind()) + ", because "
                                    + MarkdownText.escaped(absent.because()))
                            .collect(Collectors.joining("; "))));
            line("");
        }
    }

    private void controlTable() {
        if (report.controls().isEmpty()) {
            return;
        }
        line("| control | expected | came to |");
        line("|---|---|---|");
        for (Report.ControlLine control : report.controls()) {
            line("| %s | %s | %s%s |"
                    .formatted(
                            MarkdownText.escaped(control.name()),
                            word(control.expected()),
                            word(control.verdict()),
                            control.asExpected() ? "" : " **not as expected**"));
        }
        line("");
    }

    private void states() {
        List<String> states = report.controls().stream()
                .flatMap(control -> control.states().stream())
                .map(state -> "- %s on %s %s"
                        .formatted(
                                MarkdownText.code(state.state()),
                                MarkdownText.escaped(state.host()),
                                MarkdownText.escaped(ReportWords.came(state))))
                .toList();
        states.forEach(this::line);
        if (!states.isEmpty()) {
            line("");
        }
    }

    private void secrets() {
        if (report.secrets().isEmpty()) {
            return;
        }
        line("Secrets: %s."
                .formatted(Stream.of(Shown.values())
                        .map(this::secrets)
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining("; "))));
    }

    private Optional<String> secrets(Shown shown) {
        List<String> names = report.secrets().stream()
                .filter(secret -> Shown.of(secret) == shown)
                .map(secret -> MarkdownText.code(secret.name()))
                .toList();
        return names.isEmpty() ? Optional.empty() : Optional.of(shown.words() + ": " + String.join(", ", names));
    }

    private static String word(Verdict verdict) {
        return ReportWords.verdict(verdict).toLowerCase(java.util.Locale.ROOT);
    }

    private void line(String line) {
        page.append(line).append('\n');
    }
}
