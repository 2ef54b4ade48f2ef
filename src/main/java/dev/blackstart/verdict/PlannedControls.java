package dev.blackstart.verdict;

import dev.blackstart.finding.Finding;
import dev.blackstart.finding.Place;
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
                        ? new Finding(
                                VerdictCode.CONTROLS_LEFT_OUT,
                                places.drill(),
                                "the controls were left out (--quick): nothing was proved by them",
                                "run it without --quick")
                        : new Finding(
                                VerdictCode.CONTROLS_SKIPPED,
                                places.drill(),
                                "the controls were not run, because the drill itself did not pass",
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
        if (plan.losesData() && none(results, Event.Control.WITHOUT_BACKUP)) {
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

    private static Finding untold(String which, Place where) {
        return new Finding(
                VerdictCode.CONTROL_LEFT_OUT, where, "the control %s was never run".formatted(which), NOT_RUN);
    }
}
