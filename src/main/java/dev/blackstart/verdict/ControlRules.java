package dev.blackstart.verdict;

import dev.blackstart.control.Control;
import dev.blackstart.control.Judged;
import dev.blackstart.control.Ruled;
import dev.blackstart.finding.Code;
import dev.blackstart.finding.Finding;
import dev.blackstart.finding.Severity;
import dev.blackstart.history.AttemptHistory;
import dev.blackstart.history.History;
import dev.blackstart.history.StepRun;
import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Event;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Rules on the controls: what each came to is ruled as for the drill itself, and what that shows, by the control. */
final class ControlRules {
    /** By these, a drill tells that too much was lost. */
    private static final Set<Code> MISSED = Set.of(
            VerdictCode.RECOVERY_POINT_MISSED, VerdictCode.RECOVERY_POINT_UNKNOWN, VerdictCode.RECOVERY_TIME_MISSED);

    private final Event.RunStarted plan;
    private final AttemptHistory main;
    private final Places places;
    private final boolean cutShort;
    private final List<ControlResult> results = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    private ControlRules(Event.RunStarted plan, AttemptHistory main, Places places, boolean cutShort) {
        this.plan = plan;
        this.main = main;
        this.places = places;
        this.cutShort = cutShort;
    }

    static ControlRules of(History history, Event.RunStarted plan, Places places) {
        ControlRules controls = new ControlRules(plan, history.main(), places, history.cutShort());
        history.controls().forEach(attempt -> {
            Control.of(attempt).ifPresent(control -> controls.add(attempt, control));
            controls.addTrials(attempt);
        });
        return controls;
    }

    List<ControlResult> results() {
        return results;
    }

    List<Finding> findings() {
        return findings;
    }

    private void add(AttemptHistory attempt, Control control) {
        Ruling ruling = Recovery.rule(attempt, places, plan.checks());
        boolean unfit = attempt.has(Event.Untold.class)
                || attempt.steps().stream().anyMatch(StepRun::cut)
                || new Evidence(attempt, places).missingUntilStrike().isPresent();
        Verdict verdict = unfit ? Verdict.INCONCLUSIVE : ruling.verdict();
        Judged judged = new Judged(control, attempt, plan, main);
        Optional<Finding> missed = verdict == Verdict.PASSED ? missed(attempt) : Optional.empty();
        if (missed.isPresent()) {
            add(control, control.kind().failed(judged, missed.get()));
            return;
        }
        Ruled ruled = switch (verdict) {
            case INCONCLUSIVE -> untold(attempt, ruling);
            case FAILED -> control.kind().failed(judged, cause(ruling));
            case PASSED -> control.kind().passed(judged);
        };
        add(control, ruled);
    }

    private void add(Control control, Ruled ruled) {
        results.add(new ControlResult(control, ruled));
        findings.addAll(ruled.findings());
    }

    /** What keeps a recovery from being within the objectives, where writes were made by which they can be told. */
    private Optional<Finding> missed(AttemptHistory attempt) {
        return attempt.has(Event.WorkloadStopped.class)
                ? new Objectives(plan, attempt, new Measures(attempt).actuals(true), places)
                        .findings().stream()
                                .filter(finding -> MISSED.contains(finding.code()))
                                .findFirst()
                : Optional.empty();
    }

    private void addTrials(AttemptHistory attempt) {
        Map<Control, Event.TrialEnded> trials = new LinkedHashMap<>();
        attempt.all(Event.TrialEnded.class)
                .forEach(trial -> Control.of(trial).ifPresent(control -> trials.put(control, trial)));
        trials.forEach((control, trial) -> {
            if (trial.tells()) {
                add(trial, control);
            }
        });
        List<Control> missing = trials.entrySet().stream()
                .filter(trial -> trial.getValue().wentOn())
                .map(Map.Entry::getKey)
                .toList();
        if (decides(attempt, missing)) {
            missing.forEach(control -> add(attempt, control));
        }
    }

    /**
     * What several were missing from tells of each only where it recovered: of a failure nobody knows which did it. Nor where
     * steps were carried out a second time, which may be the reason.
     */
    private boolean decides(AttemptHistory attempt, List<Control> missing) {
        boolean repeated = attempt.all(Event.TrialEnded.class).stream().anyMatch(Event.TrialEnded::repeated);
        return (missing.size() == 1 && !repeated)
                || Recovery.rule(attempt, places, plan.checks()).verdict() == Verdict.PASSED;
    }

    /** One thing was changed and given back: the same step failed, and then succeeded. */
    private void add(Event.TrialEnded trial, Control control) {
        Event.StepEnded without = trial.without();
        String then = trial.repeated()
                ? "given back, and step %d and what follows it carried out again, it succeeded".formatted(trial.from())
                : "the same step succeeded once it was given back";
        results.add(new ControlResult(
                control,
                new Ruled(
                        Verdict.FAILED,
                        "step %d, \"%s\", failed: %s; %s"
                                .formatted(without.number(), without.heading(), without.reason(), then),
                        without.place(),
                        Optional.empty(),
                        List.of())));
    }

    private static Finding cause(Ruling ruling) {
        return ruling.causes().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .findFirst()
                .orElseThrow();
    }

    private Ruled untold(AttemptHistory attempt, Ruling ruling) {
        Finding why = ruling.findings().stream()
                .filter(finding -> finding.severity() == Severity.WARNING)
                .findFirst()
                .or(() -> attempt.steps().stream()
                        .filter(StepRun::cut)
                        .findFirst()
                        .map(Recovery::step))
                .orElseThrow();
        boolean tell = attempt.has(Event.AttemptEnded.class) || !cutShort;
        return new Ruled(
                Verdict.INCONCLUSIVE,
                why.message(),
                why.place(),
                Optional.empty(),
                tell ? List.of(why.prefixed("control \"%s\": ".formatted(attempt.name()))) : List.of());
    }
}
