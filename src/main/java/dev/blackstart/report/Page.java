package dev.blackstart.report;

import dev.blackstart.finding.Code;
import dev.blackstart.finding.Finding;
import dev.blackstart.finding.Severity;
import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Event;
import dev.blackstart.terminal.Counts;
import dev.blackstart.terminal.Durations;
import dev.blackstart.verdict.ChosenGeneration;
import dev.blackstart.verdict.Erasures;
import dev.blackstart.verdict.Phase;
import dev.blackstart.verdict.SecretResult;
import dev.blackstart.verdict.Workload;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Words and measures the report for the HTML templates; public for them only. */
public record Page(Report report) {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** A part of the time that the recovery took; {@code grow} is its share in thousandths, at least one. */
    public record Slice(
            int number, String name, String kind, String startsAfter, String duration, int grow, String share) {}

    public List<ObjectiveBar> objectives() {
        return ObjectiveBar.of(report);
    }

    public List<Slice> slices() {
        long whole = Math.max(
                1,
                report.phases().stream()
                        .mapToLong(phase -> phase.duration().toMillis())
                        .sum());
        List<Slice> slices = new ArrayList<>();
        for (Phase phase : report.phases()) {
            long thousandths = Math.max(1, Math.round(1000.0 * phase.duration().toMillis() / whole));
            slices.add(new Slice(
                    slices.size() + 1,
                    phase.name(),
                    kind(phase.name()),
                    Durations.text(phase.startsAfter()),
                    Durations.text(phase.duration()),
                    (int) thousandths,
                    Math.round(thousandths / 10.0) + " %"));
        }
        return slices;
    }

    private static String kind(String phase) {
        return switch (phase) {
            case "detection", "until recovery began" -> "before";
            case "verification" -> "after";
            default -> "work";
        };
    }

    /** Word where the phases end: at the recovery, or at the last thing that was seen of it. */
    public String slicesEnd() {
        Duration whole = report.phases().stream().map(Phase::duration).reduce(Duration.ZERO, Duration::plus);
        String end = Durations.text(whole);
        if (report.actuals().recoveryTime().isPresent()) {
            return "From the strike until everything was verified: " + end + ".";
        }
        return report.lockOut()
                ? "From the strike until recovery stopped: " + end + "."
                : "From the strike to the end of what was seen of the recovery: " + end + ".";
    }

    /** The findings that keep the drill from being green. */
    public List<Finding> weighty() {
        return report.findings().stream()
                .filter(finding -> finding.severity() != Severity.NOTE)
                .toList();
    }

    /** Spell a verdict as a class of the style sheet. */
    public String tone(Verdict verdict) {
        return Code.kebab(verdict);
    }

    public String tone(Severity severity) {
        return Code.kebab(severity);
    }

    /** Word what became of the writes that were acknowledged, as far as anybody looked. */
    public String lost(Workload workload) {
        int untold = workload.untold().orElse(0);
        return workload.lost().map(String::valueOf).orElse("never read back")
                + (untold > 0 ? ", untold " + untold : "");
    }

    /** Word how many writes were not, and what most of them came to. */
    public String unanswered(Workload workload) {
        String most = workload.refusal().isBlank() ? "" : " (most: " + workload.refusal() + ")";
        return workload.unanswered() + most;
    }

    /** Word how far back erased writes came again; empty where the workload erases nothing. */
    public Optional<String> erasurePoint() {
        return ReportWords.erasurePoint(report);
    }

    /** Word how many writes the service was asked to erase, and of how many it said that they are erased. */
    public String erased(Erasures erasures) {
        String most = erasures.refusal().isBlank() ? "" : " (else most: " + erasures.refusal() + ")";
        return "%d of %d acknowledged%s, seen gone %d"
                .formatted(erasures.acknowledged(), erasures.asked(), most, erasures.erased());
    }

    public String cameBack(Erasures erasures) {
        return ReportWords.cameBack(erasures);
    }

    /** Word the run's verdict, with its reservation. */
    public String banner() {
        return ReportWords.banner(report);
    }

    public String noticed(Duration after) {
        return ReportWords.noticed(report, after);
    }

    public String detected(Report.Detection detection) {
        return ReportWords.detected(detection);
    }

    /** The end of what the step said that a finding is about; empty where there is none. */
    public String output(Finding finding) {
        return ReportWords.output(report, finding);
    }

    public String hostJournal(Finding finding) {
        return ReportWords.hostJournal(report, finding);
    }

    public String word(Verdict verdict) {
        return ReportWords.verdict(verdict);
    }

    public String word(Severity severity) {
        return ReportWords.severity(severity);
    }

    /** Say whether a state came back without a backup, behind its name. */
    public String came(Event.StateLooked state) {
        return ReportWords.came(state);
    }

    public String sentence(String text) {
        return ReportWords.sentence(text);
    }

    /** Cut a path where a line may break. */
    public List<String> breakable(String path) {
        return List.of(path.split("(?<=/)"));
    }

    public String text(Duration duration) {
        return Durations.text(duration);
    }

    public String text(Optional<Duration> duration) {
        return duration.map(Durations::text).orElse("unknown");
    }

    /** Word a moment, counted from the strike. */
    public String offset(Duration at) {
        return at.isNegative() ? "\u2212" + Durations.text(at.negated()) : "+" + Durations.text(at);
    }

    public String name() {
        return ReportWords.name(report);
    }

    public String date(Instant instant) {
        return MINUTE.format(instant);
    }

    /** Word what a state held, such as {@code 12 tables, 200,210 rows}. */
    public String counts(Report.Baseline baseline) {
        return baseline.counts().entrySet().stream()
                .map(entry -> count(entry.getValue(), entry.getKey().replaceFirst("s$", "")))
                .collect(Collectors.joining(", "));
    }

    public String count(long count, String noun) {
        return Counts.of(count, noun);
    }

    /** Word how a control's verdict compares with what was expected of it. */
    public String mark(boolean good) {
        return good ? "as expected" : "not as expected";
    }

    public String proven(SecretResult secret) {
        return switch (secret.proof()) {
            case NEEDED -> "needed";
            case REPLACEABLE -> "replaceable";
            case IN_VAIN -> "opened in vain";
            case UNPROVEN -> secret.opened() ? "opened, unproven" : "unproven";
        };
    }

    public String tone(SecretResult secret) {
        return switch (secret.proof()) {
            case NEEDED -> "passed";
            case IN_VAIN -> "inconclusive";
            case REPLACEABLE, UNPROVEN -> "note";
        };
    }

    /** Say whether a step's output should be seen without a click. */
    public boolean opened(Report.Step step) {
        return step.outcome() != Event.StepOutcome.DONE;
    }

    public String outcome(Report.Step step) {
        return switch (step.outcome()) {
            case TIMED_OUT -> "ran out of time";
            case CUT -> "never said how it ended";
            case DONE, FAILED -> Code.kebab(step.outcome());
        };
    }

    public String tone(Report.Step step) {
        return tone(step.outcome() == Event.StepOutcome.CUT ? Verdict.INCONCLUSIVE : Verdict.FAILED);
    }

    public String outcome(Report.Check check) {
        return Code.kebab(check.outcome());
    }

    public String tone(Report.Check check) {
        return tone(ReportWords.verdict(check.outcome()));
    }

    /** Say when a replica was there, and beside which. */
    public String replica(Report.Replica replica) {
        return "%s: from %s for %s, %s"
                .formatted(
                        replica.name(),
                        text(replica.from()),
                        text(replica.lasted()),
                        replica.beside().isEmpty()
                                ? "beside nothing"
                                : "beside " + String.join("; ", replica.beside()));
    }

    public String restarted(Report.Restart restart) {
        return ReportWords.restarted(restart);
    }

    public String generation(ChosenGeneration choice) {
        return ReportWords.generation(choice);
    }

    /** Whether what came back is known to be of the newest good one, or of another, or is not known: tone of a badge. */
    public String tone(ChosenGeneration choice) {
        if (choice.chosen().isEmpty()) {
            return "";
        }
        return choice.newestGood().filter(choice.chosen()::contains).isPresent() ? "passed" : "failed";
    }

    public String tone(Report.Promise promise) {
        return promise.kept().map(kept -> kept ? "passed" : "failed").orElse("");
    }

    public String promise(Report.Promise promise) {
        return ReportWords.promise(promise);
    }

    public String ending() {
        return Code.kebab(report.run().ending());
    }
}
