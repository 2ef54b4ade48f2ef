package dev.blackstart.control;

import dev.blackstart.history.AttemptHistory;
import dev.blackstart.history.FirstOpenings;
import dev.blackstart.history.LockedDoor;
import dev.blackstart.history.StepRun;
import dev.blackstart.journal.Event;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a drill did, from which follows what it owes its reader.
 *
 * @param opened the secrets that it opened, in that order
 * @param steps what it carried out
 * @param wrote whether a workload ran until the strike
 * @param door where a lock-out drill stopped
 */
record Owing(Event.RunStarted plan, Set<String> opened, List<StepRun> steps, boolean wrote, Optional<LockedDoor> door) {
    static Owing of(Event.RunStarted plan, AttemptHistory main) {
        return new Owing(
                plan,
                new FirstOpenings(main).secrets(),
                main.steps(),
                main.has(Event.WorkloadStopped.class),
                plan.lockedOut() ? LockedDoor.of(main, plan) : Optional.empty());
    }

    /** Why most kinds have no place in it; empty: it is to recover. */
    Optional<String> lockedOut() {
        return plan.lockedOut() ? Optional.of("recovery is expected to be locked out") : Optional.empty();
    }
}
