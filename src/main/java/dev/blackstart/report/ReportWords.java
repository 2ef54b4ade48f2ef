package dev.blackstart.report;

import dev.blackstart.finding.Finding;
import dev.blackstart.finding.Severity;
import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Event;
import dev.blackstart.terminal.Counts;
import dev.blackstart.terminal.Durations;
import dev.blackstart.verdict.Actuals;
import dev.blackstart.verdict.ChosenGeneration;
import dev.blackstart.verdict.Erasures;
import dev.blackstart.verdict.VerdictCode;
import dev.blackstart.verdict.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Words what all reports word alike. */
final class ReportWords {
    private static final int LAST = 8;

    private ReportWords() {}

    static String verdict(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> "Passed";
            case INCONCLUSIVE -> "Inconclusive";
            case FAILED -> "Failed";
        };
    }

    /** Word the run's verdict, with what it says nothing about. */
    static String banner(Report report) {
        boolean reserved = report.verdict() == Verdict.PASSED && report.run().quick();
        return verdict(report.verdict()) + (reserved ? ", controls left out" : "");
    }

    /** Who saw the disaster, and when: no probe of ours is anybody's monitoring. */
    static String noticed(Report report, Duration after) {
        List<String> named = report.detections().stream()
                .filter(Report.Detection::noticed)
                .map(Report.Detection::name)
                .toList();
        String when = Durations.text(after) + " after the strike";
        if (!named.isEmpty()) {
            return "%s named the damage; the first answer came %s.".formatted(String.join(", ", named), when);
        }
        return "Blackstart's own probe saw it %s; %s."
                .formatted(
                        when,
                        report.detections().isEmpty()
                                ? "your own monitoring was not drilled"
                                : "no detector of yours named it");
    }

    /** Word what a detector came to, and how far its answers lie apart: no time is better than that. */
    static String detected(Report.Detection detection) {
        String seen = detection
                .after()
                .map(after -> "saw it %s after the strike".formatted(Durations.text(after)))
                .orElse("did not see it");
        return detection
                .every()
                .map(every -> seen + ", asked every " + Durations.text(every))
                .orElse(seen);
    }

    /** The last lines of what the step said that a finding is about; empty where it is about none, or nothing was said. */
    static String output(Report report, Finding finding) {
        return step(report, finding).map(step -> last(step.excerpt())).orElse("");
    }

    /** The last lines of the journal of the host on which that step failed. */
    static String hostJournal(Report report, Finding finding) {
        return step(report, finding)
                .flatMap(Report.Step::hostJournal)
                .or(() -> restart(report, finding).flatMap(Report.Restart::hostJournal))
                .map(ReportWords::last)
                .orElse("");
    }

    private static Optional<Report.Restart> restart(Report report, Finding finding) {
        return report.restarts().stream()
                .filter(restart -> finding.code() == VerdictCode.REBOOT_FAILED)
                .filter(restart -> finding.message().startsWith(restart.host() + " "))
                .findFirst();
    }

    /** Word which generation of backups was brought back, beside the newest good one. */
    static String generation(ChosenGeneration choice) {
        String of = " of " + Counts.of(choice.listed(), "generation");
        String chosen = choice.chosen().isEmpty() ? "unknown" : String.join(" or ", choice.chosen());
        return choice.newestGood()
                .map(good -> choice.chosen().equals(List.of(good))
                        ? "%s, the newest good one%s".formatted(good, of)
                        : "%s; the newest good one%s is %s".formatted(chosen, of, good))
                .orElseGet(() -> "%s; none%s is good".formatted(chosen, of));
    }

    /** Word what a repository says to a promise. */
    static String promise(Report.Promise promise) {
        String kept = promise.kept().map(so -> so ? "kept" : "broken").orElse("not proved");
        return "%s of %s:%s: %s".formatted(promise.promise(), promise.host(), promise.source(), kept);
    }

    /** Word what became of a host's first restart. */
    static String restarted(Report.Restart restart) {
        return restart.held()
                ? "%s, steady state held again".formatted(Durations.text(restart.took()))
                : "steady state did not hold again";
    }

    private static Optional<Report.Step> step(Report report, Finding finding) {
        return report.steps().stream()
                .filter(step -> step.outcome() != Event.StepOutcome.DONE)
                .filter(step -> step.where().equals(finding.place().fileAndLine()))
                .filter(step -> finding.message().startsWith("step %d, ".formatted(step.number())))
                .findFirst();
    }

    private static String last(String text) {
        List<String> lines = text.lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST), lines.size()));
    }

    /** Whether a state came back without a backup, behind its name. */
    static String came(Event.StateLooked state) {
        String words = switch (state.came()) {
            case NO -> "did not come back without a backup";
            case IN_PART -> "came back in part without a backup";
            case YES -> "came back without a backup";
            case HELD_NOTHING -> "held nothing by which it could be told";
            case UNTOLD -> "could not be looked at";
        };
        return words + ": " + state.detail();
    }

    /** Say what a check's end means: what could not be carried out tells nothing. */
    static Verdict verdict(Event.CheckOutcome outcome) {
        return switch (outcome) {
            case PASSED -> Verdict.PASSED;
            case FAILED -> Verdict.FAILED;
            case ERROR -> Verdict.INCONCLUSIVE;
        };
    }

    static String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> "Error";
            case WARNING -> "Warning";
            case NOTE -> "Note";
        };
    }

    static String sentence(String text) {
        if (text.isBlank()) {
            return text;
        }
        String capital = text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
        return capital.matches("(?s).*[.!?]") ? capital : capital + ".";
    }

    /** Word a measurement, or what stands in its place. */
    static String actual(Optional<Duration> actual, boolean atLeast, String otherwise) {
        return actual.map(duration -> (atLeast ? "at least " : "") + Durations.text(duration))
                .orElse(otherwise);
    }

    /** Word the erasure point, with how many erased writes came back; empty where the workload erases nothing. */
    static Optional<String> erasurePoint(Report report) {
        return report.workload()
                .flatMap(Workload::erasures)
                .map(erasures -> "%s (%s)"
                        .formatted(
                                actual(
                                        report.actuals().erasurePoint(),
                                        report.actuals().erasurePointAtLeast(),
                                        "unknown"),
                                cameBack(erasures)));
    }

    /** Word how many erased writes came back. */
    static String cameBack(Erasures erasures) {
        int untold = erasures.untold().orElse(0);
        return erasures.cameBack()
                .map(back -> "%s of %s came back%s"
                        .formatted(
                                back == 0 ? "none" : String.valueOf(back),
                                Counts.of(erasures.erased(), "erased write"),
                                untold > 0 ? ", untold " + untold : ""))
                .orElse("nobody looked whether erased writes came back");
    }

    /** Word why there is no recovery time: it never came to that, or nobody knows. */
    static String noRecoveryTime(Report report) {
        return report.verdict() == Verdict.FAILED ? "not reached" : "unknown";
    }

    /** Word, in brackets, what came after the service was back. */
    static String after(Actuals actuals) {
        return actuals.pageDone()
                .flatMap(page -> actuals.verified()
                        .map(verified -> " (page done after %s, verified after %s)"
                                .formatted(Durations.text(page), Durations.text(verified))))
                .orElse("");
    }

    /** Name the drill, and the people who were lost in this one of its runs. */
    static String name(Report report) {
        return name(report.drill().name(), report.people().lost());
    }

    static String name(String drill, List<String> lost) {
        return lost.isEmpty() ? drill : drill + " (without " + String.join(", ", lost) + ")";
    }
}
