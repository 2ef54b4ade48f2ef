package dev.blackstart.control;

import dev.blackstart.finding.Finding;
import dev.blackstart.finding.Place;
import dev.blackstart.history.AttemptHistory;
import dev.blackstart.history.FirstOpenings;
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
    boolean ranOutOfTime() {
        return attempt.steps().stream().anyMatch(StepRun::timedOut);
    }

    /** Whether what failed came at or after the first step that opened the secret in the drill itself. */
    boolean late() {
        Optional<Integer> opener =
                control.secret().flatMap(new FirstOpenings(main)::of).map(FirstOpenings.Opening::number);
        return opener.isPresent()
                && attempt.steps().stream().filter(StepRun::failed).allMatch(step -> step.number() >= opener.get());
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

    /** It failed, but for a reason that has nothing to do with what it was without. */
    Ruled elsewhere(String message, Finding why) {
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
