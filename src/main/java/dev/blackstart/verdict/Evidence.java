package dev.blackstart.verdict;

import dev.blackstart.history.AttemptHistory;
import dev.blackstart.history.StepRun;
import dev.blackstart.journal.Event;
import java.util.Optional;

/** Demands each link of the evidence that a success needs, in the order in which they come. */
final class Evidence {
    private final AttemptHistory attempt;
    private final String where;

    Evidence(AttemptHistory attempt, Places places) {
        this.attempt = attempt;
        this.where = places.drill();
    }

    /** Find the first link that is missing up to the strike. */
    Optional<Finding> missingUntilStrike() {
        if (attempt.all(Event.IsolationProved.class).stream()
                .allMatch(proved -> proved.proofs().isEmpty())) {
            return missing(
                    "isolation-unproved",
                    "it was not proved that nothing leads out of the replica",
                    "see how far the journal goes, and run the drill again");
        }
        if (attempt.all(Event.SteadyStateHeld.class).stream()
                .allMatch(held -> held.probes().isEmpty())) {
            return missing(
                    "baseline-not-met",
                    "no probe said that the service worked before the disaster",
                    "see what the steady-state probes ask, and whether the environment answers them");
        }
        if (!attempt.has(Event.Struck.class)) {
            return missing(
                    "never-struck",
                    "the disaster never began",
                    "see how far the journal goes, and run the drill again");
        }
        return Optional.empty();
    }

    /** Find the first link that is missing after the strike. */
    Optional<Finding> missingAfterStrike() {
        if (attempt.steps().isEmpty()) {
            return missing(
                    "no-step-ran",
                    "no step of the runbook ran",
                    "see how far the journal goes, and run the drill again");
        }
        Optional<StepRun> running = running();
        if (running.isPresent()) {
            return running.map(Recovery::step);
        }
        if (!attempt.has(Event.Verified.class)) {
            return missing(
                    "unverified",
                    "the steps ended, but what they brought back was not verified to the end",
                    "see how far the journal goes, and run the drill again");
        }
        if (attempt.all(Event.Verified.class).stream().allMatch(verified -> verified.comparisons() <= 0)) {
            return missing(
                    "nothing-compared",
                    "verification compared nothing, so it says nothing",
                    "declare the database of a host (x-blackstart: database), or add a check under verification");
        }
        if (!attempt.has(Event.ProbesMeasured.class)) {
            return missing(
                    "probes-unmeasured",
                    "nobody measured whether the service answers again",
                    "see how far the journal goes, and run the drill again");
        }
        return Optional.empty();
    }

    /** Find a step that never said that it ended. */
    Optional<StepRun> running() {
        return attempt.steps().stream().filter(step -> step.ended().isEmpty()).findFirst();
    }

    private Optional<Finding> missing(String code, String message, String hint) {
        return Optional.of(Finding.untold(code, message, where, hint));
    }
}
