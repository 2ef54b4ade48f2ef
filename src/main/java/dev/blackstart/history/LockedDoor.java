package dev.blackstart.history;

import dev.blackstart.journal.Event;
import java.util.Optional;

/**
 * Where a lock-out drill stopped.
 *
 * @param step the first that failed at a documented secret which nobody there could open
 * @param secret that one
 */
public record LockedDoor(StepRun step, String secret) {
    /** Find it; empty: no step failed at one. */
    public static Optional<LockedDoor> of(AttemptHistory main, Event.RunStarted plan) {
        return main.steps().stream()
                .flatMap(step -> refused(step, plan).map(secret -> new LockedDoor(step, secret)).stream())
                .findFirst();
    }

    /** The documented secret that a step failed at; empty: it failed at something else, or not. */
    public static Optional<String> refused(StepRun step, Event.RunStarted plan) {
        return step.outcome() != Event.StepOutcome.FAILED
                ? Optional.empty()
                : step.ended()
                        .flatMap(end -> end.event().refused())
                        .filter(refused -> plan.secrets().stream()
                                .anyMatch(secret -> secret.name().equals(refused)));
    }
}
