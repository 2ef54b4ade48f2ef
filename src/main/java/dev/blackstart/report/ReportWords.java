package dev.blackstart.report;

import dev.blackstart.control.Proof;
import dev.blackstart.finding.Severity;
import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Event;
import dev.blackstart.terminal.Durations;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Words what all reports word alike. */
final class ReportWords {
    private ReportWords() {}

    static String verdict(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> "Passed";
            case INCONCLUSIVE -> "Inconclusive";
            case FAILED -> "Failed";
        };
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

    /** Word why there is no recovery time: it never came to that, or nobody knows. */
    static String noRecoveryTime(Report report) {
        return report.verdict() == Verdict.FAILED ? "not reached" : "unknown";
    }

    /** Name the drill, and the people who were lost in this one of its runs. */
    static String name(Report report) {
        return name(report.drill().name(), report.people().lost());
    }

    static String name(String drill, List<String> lost) {
        return lost.isEmpty() ? drill : drill + " (without " + String.join(", ", lost) + ")";
    }

    /** Word what was shown of a secret. */
    static String proof(Proof proof) {
        return switch (proof) {
            case NEEDED -> "proven needed";
            case REPLACEABLE -> "replaceable";
            case IN_VAIN -> "opened in vain";
            case UNPROVEN -> "unproven";
        };
    }
}
