package dev.blackstart.verdict;

import dev.blackstart.finding.Finding;
import dev.blackstart.history.AttemptHistory;
import dev.blackstart.history.LockedDoor;
import dev.blackstart.history.StepRun;
import dev.blackstart.journal.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rules on a drill that is green only because recovery fails, at a secret which nobody who is left can open. */
final class LockedOut {
    private final AttemptHistory main;
    private final Places places;
    private final Event.RunStarted plan;

    private LockedOut(AttemptHistory main, Places places, Event.RunStarted plan) {
        this.main = main;
        this.places = places;
        this.plan = plan;
    }

    static Ruling rule(AttemptHistory main, Places places, Event.RunStarted plan) {
        return new LockedOut(main, places, plan).rule();
    }

    private Ruling rule() {
        List<Finding> causes = new ArrayList<>(Recovery.untold(main, places));
        boolean untold = !causes.isEmpty();
        Optional<Finding> missing = untold ? Optional.empty() : new Evidence(main, places).missingUntilStrike();
        main.steps().stream()
                .filter(step -> step.cut() && step.ended().isPresent())
                .map(Recovery::step)
                .forEach(causes::add);
        main.steps().stream()
                .filter(StepRun::failed)
                .filter(step -> LockedDoor.refused(step, plan).isEmpty())
                .map(LockedOut::elsewhere)
                .forEach(causes::add);
        if (gotIn(causes.isEmpty())) {
            causes.add(new Finding(
                    VerdictCode.NOT_LOCKED_OUT,
                    main.steps().isEmpty()
                            ? places.drill()
                            : main.steps().get(main.steps().size() - 1).where(),
                    "recovery went through, though nobody who could open the secrets was left",
                    "find what opened the door: a key that more people have than the inventory says, or a secret that"
                            + " nobody needs"));
        }
        if (causes.isEmpty() && missing.isEmpty()) {
            missing = new Evidence(main, places).running().map(Recovery::step);
        }
        if (causes.isEmpty() && missing.isEmpty() && LockedDoor.of(main, plan).isEmpty()) {
            missing = Optional.of(new Finding(
                    VerdictCode.LOCK_OUT_UNPROVED,
                    places.drill(),
                    "no step was seen to fail at a secret that could not be opened",
                    "see how far the journal goes, and run the drill again"));
        }
        return new Ruling(causes, missing);
    }

    private boolean gotIn(boolean nothingElse) {
        List<StepRun> steps = main.steps();
        boolean through = !steps.isEmpty() && steps.stream().allMatch(StepRun::done);
        return main.has(Event.Verified.class) || (nothingElse && through && main.has(Event.AttemptEnded.class));
    }

    private static Finding elsewhere(StepRun step) {
        return new Finding(
                VerdictCode.FAILED_ELSEWHERE,
                step.where(),
                "recovery was to fail at a secret that nobody left can open, but "
                        + Recovery.step(step).message(),
                "mend this step first: until then, nobody knows whether the lock holds");
    }
}
