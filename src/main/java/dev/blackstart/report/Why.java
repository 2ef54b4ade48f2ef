package dev.blackstart.report;

import dev.blackstart.finding.Finding;
import dev.blackstart.finding.Severity;
import dev.blackstart.history.StepRun;
import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Event;
import dev.blackstart.terminal.Counts;
import dev.blackstart.terminal.Durations;
import dev.blackstart.verdict.Actuals;
import dev.blackstart.verdict.Judgement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Says in one sentence why a verdict is what it is. */
final class Why {
    private Why() {}

    static String sentence(Judgement judgement, Optional<Event.RunStarted> plan, List<StepRun> steps) {
        List<Finding> weighty = judgement.findings().stream()
                .filter(finding -> finding.severity() != Severity.NOTE)
                .toList();
        if (judgement.verdict() != Verdict.PASSED && !weighty.isEmpty()) {
            int more = weighty.size() - 1;
            return ReportWords.sentence(weighty.get(0).message())
                    + (more == 0 ? "" : " And " + Counts.of(more, "more finding") + ".");
        }
        return plan.filter(started -> started.expectation() == Event.Expectation.LOCKED_OUT)
                .map(started -> lockedOut(steps))
                .orElseGet(() -> recovered(judgement.actuals()));
    }

    private static String lockedOut(List<StepRun> steps) {
        return steps.stream()
                .flatMap(step -> step.ended().stream())
                .flatMap(end -> end.event().refused().stream())
                .findFirst()
                .map(secret -> "Recovery stopped where it must: nobody who was left could open " + secret + ".")
                .orElse("Recovery stopped where it must.");
    }

    private static String recovered(Actuals actuals) {
        String time = actuals.recoveryTime().map(Durations::text).orElse("an unknown time");
        Duration point = actuals.recoveryPoint().orElse(Duration.ZERO);
        if (actuals.schedule().isPresent()) {
            return "Service and data were back after %s; with backups that lie %s apart, up to %s may be lost."
                    .formatted(time, Durations.text(actuals.schedule().get()), Durations.text(point));
        }
        return "Service and data were back after %s%s, and %s."
                .formatted(
                        time,
                        ReportWords.after(actuals),
                        point.isZero()
                                ? "no acknowledged write was lost"
                                : "only writes of the last " + Durations.text(point)
                                        + " before the disaster were lost");
    }
}
