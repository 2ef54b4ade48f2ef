package dev.blackstart.verdict;

import dev.blackstart.control.Absent;
import dev.blackstart.control.Control;
import dev.blackstart.control.ControlCode;
import dev.blackstart.finding.Finding;
import dev.blackstart.history.AttemptHistory;
import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Event;
import java.util.List;
import java.util.stream.Collectors;

/** Rules on whether every control that a drill owes its reader was run. */
final class PlannedControls {
    private PlannedControls() {}

    static List<Finding> findings(
            Event.RunStarted plan, Verdict main, List<ControlResult> results, AttemptHistory attempt, Places places) {
        if (!plan.quick() && main == Verdict.PASSED) {
            List<Control> all = Control.owed(plan, attempt);
            if (all.isEmpty()) {
                return List.of(none(plan, attempt, places));
            }
            return all.stream()
                    .filter(owed -> results.stream()
                            .noneMatch(result -> result.control().equals(owed)))
                    .map(owed -> leftOut(owed, places))
                    .toList();
        }
        if (!results.isEmpty()) {
            return List.of();
        }
        return List.of(
                plan.quick()
                        ? new Finding(
                                ControlCode.CONTROLS_LEFT_OUT,
                                places.drill(),
                                "the controls were left out (--quick): nothing was proved by them",
                                "run it without --quick")
                        : new Finding(
                                ControlCode.CONTROLS_SKIPPED,
                                places.drill(),
                                "the controls were not run, because the drill itself did not pass",
                                "they run again once it does"));
    }

    /** Without a control, nothing shows that a drill can fail. */
    private static Finding none(Event.RunStarted plan, AttemptHistory attempt, Places places) {
        return plan.noControl()
                .map(reason -> new Finding(
                        ControlCode.NO_CONTROL_ACCEPTED,
                        reason.place(),
                        "this drill has no control, so that nothing shows that it can fail; that is accepted, because "
                                + reason.because(),
                        "take none: out of the drill once the reason is gone"))
                .orElseGet(() -> new Finding(
                        ControlCode.NO_CONTROL,
                        places.drill(),
                        "this drill has no control, so that nothing shows that it can fail: "
                                + Absent.of(plan, attempt).stream()
                                        .map(absent -> absent.kind() + ", because " + absent.because())
                                        .collect(Collectors.joining("; ")),
                        "let it lose what only a backup or a secret brings back, or run it with --prove-steps; or accept it"
                                + " under controls: { none: … }, with the reason"));
    }

    private static Finding leftOut(Control owed, Places places) {
        return new Finding(
                ControlCode.CONTROL_LEFT_OUT,
                owed.secret().map(places::secret).orElseGet(places::drill),
                "the control \"%s\" was never run".formatted(owed.name()),
                "see how far the journal goes, and run the drill again");
    }
}
