package dev.blackstart.verdict;

import dev.blackstart.control.Control;
import dev.blackstart.control.ControlCode;
import dev.blackstart.finding.Finding;
import dev.blackstart.history.AttemptHistory;
import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Event;
import java.util.List;

/** Rules on whether every control that a drill owes its reader was run. */
final class PlannedControls {
    private PlannedControls() {}

    static List<Finding> findings(
            Event.RunStarted plan, Verdict main, List<ControlResult> results, AttemptHistory attempt, Places places) {
        if (!plan.quick() && main == Verdict.PASSED) {
            return Control.owed(plan, attempt).stream()
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

    private static Finding leftOut(Control owed, Places places) {
        return new Finding(
                ControlCode.CONTROL_LEFT_OUT,
                owed.secret().map(places::secret).orElseGet(places::drill),
                "the control \"%s\" was never run".formatted(owed.name()),
                "see how far the journal goes, and run the drill again");
    }
}
