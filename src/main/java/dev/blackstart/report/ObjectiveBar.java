package dev.blackstart.report;

import dev.blackstart.history.Verdict;
import dev.blackstart.terminal.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An objective against its actual, drawn to one scale; public for the HTML templates only.
 *
 * @param fill how far the actual goes, in percent of the bar
 * @param mark where the objective stands, in percent of the bar
 * @param state {@code met}, {@code missed} or {@code unknown}
 * @param note what the two mean together
 */
public record ObjectiveBar(
        String name, String actual, String objective, double fill, double mark, String state, String note) {
    static List<ObjectiveBar> of(Report report) {
        List<ObjectiveBar> bars = new ArrayList<>(List.of(
                bar(
                        "Recovery time",
                        report.actuals().recoveryTime(),
                        false,
                        report.objectives().recoveryTime(),
                        ReportWords.noRecoveryTime(report),
                        noRecovery(report)),
                bar(
                        "Recovery point",
                        report.actuals().recoveryPoint(),
                        report.actuals().recoveryPointAtLeast(),
                        report.objectives().recoveryPoint(),
                        "unknown",
                        "nobody knows how much was lost")));
        report.objectives()
                .pageDone()
                .ifPresent(objective -> bars.add(
                        1,
                        bar(
                                "Page done",
                                report.actuals().pageDone(),
                                false,
                                Optional.of(objective),
                                "not reached",
                                "a step failed before its end")));
        return List.copyOf(bars);
    }

    /** Only of a recovery that failed is it known that it was none. */
    private static String noRecovery(Report report) {
        boolean failed = report.verdict() == Verdict.FAILED;
        return report.actuals()
                .serviceRestored()
                .map(at -> "the service answered after " + Durations.text(at)
                        + (failed ? ", but that was no recovery" : "; whether that was a recovery could not be told"))
                .orElse(failed ? "it never came to that" : "whether it would have come to that could not be told");
    }

    private static ObjectiveBar bar(
            String name,
            Optional<Duration> actual,
            boolean atLeast,
            Optional<Duration> objective,
            String otherwise,
            String ifUnknown) {
        String promised = objective.map(Durations::text).orElse("unknown");
        if (actual.isEmpty() || objective.isEmpty()) {
            return new ObjectiveBar(name, otherwise, promised, 0, 100, "unknown", ifUnknown);
        }
        double took = actual.get().toMillis();
        double may = Math.max(1, objective.get().toMillis());
        double scale = Math.max(took, may);
        boolean missed = took > may;
        String state = missed ? "missed" : atLeast ? "unknown" : "met";
        String note = missed
                ? "missed by " + Durations.text(actual.get().minus(objective.get()))
                : "%s%s %% of the objective used".formatted(atLeast ? "at least " : "", percent(100 * took / may));
        return new ObjectiveBar(
                name,
                ReportWords.actual(actual, atLeast, otherwise),
                promised,
                100 * took / scale,
                100 * may / scale,
                state,
                note);
    }

    private static String percent(double percent) {
        return percent > 0 && percent < 1 ? "under 1" : String.valueOf(Math.round(percent));
    }
}
