package dev.blackstart.verdict;

import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Rules on whether every control that a drill owes its reader was run. */
final class PlannedControls {
    private static final String NOT_RUN = "see how far the journal goes, and run the drill again";

    private PlannedControls() {}

    static List<Finding> findings(
            Event.RunStarted plan, Verdict main, List<ControlResult> results, Set<String> opened, Places places) {
        if (!plan.quick() && main == Verdict.PASSED) {
            return leftOut(plan, results, opened, places);
        }
        if (!results.isEmpty()) {
            return List.of();
        }
        return List.of(
                plan.quick()
                        ? Finding.note(
                                "controls-left-out",
                                "the controls were left out (--quick): nothing was proved by them",
                                places.drill(),
                                "run it without --quick")
                        : Finding.note(
                                "controls-skipped",
                                "the controls were not run, because the drill itself did not pass",
                                places.drill(),
                                "they run again once it does"));
    }

    private static List<Finding> leftOut(
            Event.RunStarted plan, List<ControlResult> results, Set<String> opened, Places places) {
        List<Finding> findings = new ArrayList<>();
        if (plan.expectation().equals(Judge.LOCKED_OUT)) {
            if (none(results, Event.Control.EVERYBODY_BACK)) {
                findings.add(untold("with everybody back", places.drill()));
            }
            return findings;
        }
        boolean losesData = plan.losesHosts() || plan.corrupts();
        if (losesData && none(results, Event.Control.WITHOUT_BACKUP)) {
            findings.add(untold("without a backup", places.drill()));
        }
        opened.stream()
                .filter(secret -> results.stream()
                        .noneMatch(result ->
                                result.withheld().filter(secret::equals).isPresent()))
                .map(secret -> untold("without " + secret, places.secret(secret)))
                .forEach(findings::add);
        return findings;
    }

    private static boolean none(List<ControlResult> results, Event.Control kind) {
        return results.stream().noneMatch(result -> result.kind() == kind);
    }

    private static Finding untold(String which, String where) {
        return Finding.untold("control-left-out", "the control %s was never run".formatted(which), where, NOT_RUN);
    }
}
