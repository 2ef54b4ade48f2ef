package dev.blackstart.control;

import dev.blackstart.finding.Finding;
import dev.blackstart.finding.Place;
import dev.blackstart.history.AttemptHistory;
import dev.blackstart.history.FirstOpenings;
import dev.blackstart.history.LockedDoor;
import dev.blackstart.history.StepRun;
import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Event;
import java.util.Optional;

/**
 * A control that has ended, and what is needed to judge it.
 *
 * @param main what the drill itself did
 */
public record Judged(Control control, AttemptHistory attempt, Event.RunStarted plan, AttemptHistory main) {
    /** A time that ran out tells nothing about what the control was without: a busy machine does the same. */
    private boolean ranOutOfTime() {
        return attempt.steps().stream().anyMatch(StepRun::timedOut);
    }

    /** Whether what failed came at or after the first step that opened the secret in the drill itself. */
    private boolean late() {
        Optional<Integer> opener = control.secret().flatMap(this::opener);
        return opener.isPresent()
                && attempt.steps().stream().filter(StepRun::failed).allMatch(step -> step.number() >= opener.get());
    }

    private Optional<Integer> opener(String secret) {
        return plan.lockedOut()
                ? LockedDoor.of(main, plan)
                        .filter(door -> door.secret().equals(secret))
                        .map(door -> door.step().number())
                : new FirstOpenings(main).of(secret).map(FirstOpenings.Opening::number);
    }

    /** Where the step stands that the control is about; in the drill, where it is about none. */
    Place step() {
        return main.steps().stream()
                .filter(step ->
                        control.step().filter(number -> number == step.number()).isPresent())
                .findFirst()
                .map(StepRun::where)
                .orElse(plan.place());
    }

    /** It failed as it had to, unless its time ran out: that is no proof. */
    Ruled stopped(Finding why) {
        return ranOutOfTime()
                ? elsewhere("it ran out of time, which is no proof: " + why.message(), why)
                : Ruled.of(Verdict.FAILED, why.message(), why.place());
    }

    /** The same for what is about a secret: a step before the first that opens it fails for another reason. */
    Ruled stoppedLate(Finding why) {
        return late() || ranOutOfTime()
                ? stopped(why)
                : elsewhere("it failed before the step that opens the secret: " + why.message(), why);
    }

    /** It failed, but for a reason that has nothing to do with what it was without. */
    private Ruled elsewhere(String message, Finding why) {
        return Ruled.of(
                Verdict.INCONCLUSIVE,
                message,
                why.place(),
                new Finding(
                        ControlCode.CONTROL_FAILED_ELSEWHERE,
                        why.place(),
                        "control \"%s\": %s".formatted(control.name(), message),
                        "run the drill again: this failure has another reason than what the control was without"));
    }
}
