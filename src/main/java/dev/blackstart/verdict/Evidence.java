package dev.blackstart.verdict;

import dev.blackstart.finding.Code;
import dev.blackstart.finding.Finding;
import dev.blackstart.finding.Place;
import dev.blackstart.history.AttemptHistory;
import dev.blackstart.history.StepRun;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.UntoldCode;
import java.util.Map;
import java.util.Optional;

/** Demands each link of the evidence that a success needs, in the order in which they come. */
final class Evidence {
    private final AttemptHistory attempt;
    private final Place where;

    Evidence(AttemptHistory attempt, Places places) {
        this.attempt = attempt;
        this.where = places.drill();
    }

    /** Find the first link that is missing up to the strike. */
    Optional<Finding> missingUntilStrike() {
        if (attempt.all(Event.IsolationProved.class).stream()
                .allMatch(proved -> proved.proofs().isEmpty())) {
            return missing(
                    VerdictCode.ISOLATION_UNPROVED,
                    "it was not proved that nothing leads out of the replica",
                    "see how far the journal goes, and run the drill again");
        }
        if (attempt.all(Event.SteadyStateHeld.class).stream()
                .allMatch(held -> held.probes().isEmpty())) {
            return missing(
                    UntoldCode.BASELINE_NOT_MET,
                    "no probe said that the service worked before the disaster",
                    "see what the steady-state probes ask, and whether the environment answers them");
        }
        if (!attempt.has(Event.Struck.class)) {
            return missing(
                    VerdictCode.NEVER_STRUCK,
                    "the disaster never began",
                    "see how far the journal goes, and run the drill again");
        }
        return baselineLost();
    }

    /** What is down already cannot be seen to fail, and what was never taken cannot be lost. */
    private Optional<Finding> baselineLost() {
        Map<String, String> down = attempt.downAtStrike();
        if (!down.isEmpty()) {
            String probe = down.keySet().iterator().next();
            return missing(
                    UntoldCode.BASELINE_LOST,
                    "the service was down already when the disaster struck: \"%s\" answered %s"
                            .formatted(probe, down.get(probe)),
                    "see what it answered before the strike, and whether the machine has room for it");
        }
        return attempt.last(Event.WorkloadStopped.class)
                .filter(stopped -> stopped.acknowledged() > 0 && stopped.refusedTooOften())
                .flatMap(stopped -> missing(
                        UntoldCode.BASELINE_LOST,
                        "the service did not work well before the disaster: of %d writes, %d were not acknowledged%s"
                                .formatted(
                                        stopped.written(),
                                        stopped.refused().orElse(stopped.unanswered()),
                                        stopped.refusal().isBlank() ? "" : " (most: " + stopped.refusal() + ")"),
                        "see what the service answers to the workload, and whether the machine has room for it"));
    }

    /** Find the first link that is missing after the strike. */
    Optional<Finding> missingAfterStrike() {
        if (attempt.steps().isEmpty()) {
            return missing(
                    VerdictCode.NO_STEP_RAN,
                    "no step of the runbook ran",
                    "see how far the journal goes, and run the drill again");
        }
        Optional<StepRun> running = running();
        if (running.isPresent()) {
            return running.map(Recovery::step);
        }
        if (!attempt.has(Event.Verified.class)) {
            return missing(
                    VerdictCode.UNVERIFIED,
                    "the steps ended, but what they brought back was not verified to the end",
                    "see how far the journal goes, and run the drill again");
        }
        if (attempt.all(Event.Verified.class).stream().allMatch(verified -> verified.comparisons() <= 0)) {
            return missing(
                    VerdictCode.NOTHING_COMPARED,
                    "verification compared nothing, so it says nothing",
                    "declare what a host holds (x-blackstart: state), or add a check under verification");
        }
        if (!attempt.has(Event.ProbesMeasured.class)) {
            return missing(
                    VerdictCode.PROBES_UNMEASURED,
                    "nobody measured whether the service answers again",
                    "see how far the journal goes, and run the drill again");
        }
        return Optional.empty();
    }

    /** Find a step that never said that it ended. */
    Optional<StepRun> running() {
        return attempt.steps().stream().filter(step -> step.ended().isEmpty()).findFirst();
    }

    private Optional<Finding> missing(Code code, String message, String hint) {
        return Optional.of(new Finding(code, where, message, hint));
    }
}
