package dev.blackstart.control;

import dev.blackstart.finding.Finding;
import dev.blackstart.finding.Severity;
import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Event.Came;
import dev.blackstart.journal.Event.PlannedState;
import dev.blackstart.journal.Event.StateLooked;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Judges, state by state, what came back though there was no backup, whatever step the recovery had failed at. */
final class StatesWithoutBackup {
    private final Judged control;

    StatesWithoutBackup(Judged control) {
        this.control = control;
    }

    /** Add it to what the control came to as a whole. */
    Ruled added(Ruled whole) {
        List<StateLooked> states =
                control.plan().states().stream().map(this::looked).toList();
        List<Finding> findings = new ArrayList<>(whole.findings());
        control.plan().states().forEach(state -> finding(state).ifPresent(findings::add));
        boolean elsewhere = findings.stream().anyMatch(StatesWithoutBackup::isElsewhere);
        boolean spoilt = elsewhere && whole.verdict() == Verdict.FAILED;
        return new Ruled(
                spoilt ? Verdict.INCONCLUSIVE : whole.verdict(),
                spoilt ? whole.explanation() + "; but " + elsewhere(findings) : whole.explanation(),
                whole.where(),
                whole.tolerated(),
                findings,
                states);
    }

    private static boolean isElsewhere(Finding finding) {
        return finding.code() == ControlCode.NOT_FROM_A_BACKUP && finding.severity() == Severity.WARNING;
    }

    private static String elsewhere(List<Finding> findings) {
        return findings.stream()
                .filter(StatesWithoutBackup::isElsewhere)
                .map(Finding::message)
                .collect(Collectors.joining("; "));
    }

    private StateLooked looked(PlannedState state) {
        return control.attempt().all(StateLooked.class).stream()
                .filter(looked ->
                        looked.host().equals(state.host()) && looked.state().equals(state.state()))
                .findFirst()
                .orElseGet(() -> new StateLooked(
                        state.host(), state.state(), Came.UNTOLD, "the attempt ended before anybody looked"));
    }

    private Optional<Finding> finding(PlannedState state) {
        StateLooked looked = looked(state);
        if (state.rebuilt().isPresent()) {
            return Optional.of(new Finding(
                    ControlCode.REBUILT,
                    control.plan().place(),
                    "%s on %s need not come from a backup, because %s; nothing proves that one holds it"
                            .formatted(
                                    state.state(), state.host(), state.rebuilt().get()),
                    "take rebuilt: out of compose.yaml once a backup has to hold it"));
        }
        return switch (looked.came()) {
            case YES ->
                Optional.of(new Finding(
                        ControlCode.NOT_FROM_A_BACKUP,
                        control.plan().place(),
                        "%s on %s came back without a backup (%s): it came from elsewhere, such as an image, a package or another"
                                        .formatted(state.state(), state.host(), looked.detail())
                                + " machine",
                        "see whether a backup holds it; where it is to be made anew, say so beside the state in compose.yaml:"
                                + " rebuilt: BECAUSE"));
            case IN_PART ->
                Optional.of(new Finding(
                        ControlCode.PARTLY_WITHOUT_BACKUP,
                        control.plan().place(),
                        "a part of %s on %s came back without a backup: %s"
                                .formatted(state.state(), state.host(), looked.detail()),
                        "see whether it is what every new system of its kind holds; if not, find where it came from"));
            case NO, HELD_NOTHING, UNTOLD -> Optional.empty();
        };
    }
}
