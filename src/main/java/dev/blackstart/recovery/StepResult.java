package dev.blackstart.recovery;

import dev.blackstart.journal.Event.StepOutcome;
import dev.blackstart.store.DrilledStore.Refusal;
import dev.blackstart.store.StoreWatch.Seen;
import dev.blackstart.terminal.Counts;
import dev.blackstart.terminal.Durations;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How a step ended, and why, for its event. */
record StepResult(
        StepOutcome outcome,
        int exitCode,
        String reason,
        String excerpt,
        List<String> opened,
        Optional<String> refused) {
    private static final int EXCERPT_LINES = 40;

    static StepResult done() {
        return new StepResult(StepOutcome.DONE, 0, "", "", List.of(), Optional.empty());
    }

    static StepResult refused(RecoveryException refusal) {
        return new StepResult(StepOutcome.FAILED, 1, refusal.reason(), refusal.reason(), List.of(), refusal.secret());
    }

    static StepResult of(Typed typed) {
        String reason = switch (typed.outcome()) {
            case DONE -> "";
            case FAILED -> "exit code " + typed.exitCode() + typed.pipe() + ": " + typed.cause();
            case TIMED_OUT, CUT -> typed.untold();
        };
        return of(typed, reason);
    }

    /** @param left how many processes went on behind its back, until they were killed */
    static StepResult outOfTime(Typed typed, Duration time, int left) {
        String killed = left == 0
                ? ""
                : ", and %s that it had left running %s killed"
                        .formatted(Counts.of(left, "process", "processes"), left == 1 ? "was" : "were");
        return of(typed, Durations.text(time) + " were up" + killed);
    }

    private static StepResult of(Typed typed, String reason) {
        return new StepResult(
                typed.outcome(), typed.exitCode(), reason, typed.excerpt(EXCERPT_LINES), List.of(), Optional.empty());
    }

    /**
     * Adds what was opened, and which secret it failed at.
     *
     * @param seen what a store was seen to deny last is what a step failed at: a script ends at what fails
     * @param words what a store's tool means by what it said; where it names no secret, the last one opened is meant
     */
    StepResult opening(Optional<Seen> seen, Function<String, Optional<Refusal>> words) {
        if (seen.isEmpty() && failed()) {
            return this; // whatever it opened, it has failed for a reason of its own
        }
        if (seen.isEmpty()) {
            String reason = "the watch on the store broke off";
            return new StepResult(StepOutcome.CUT, exitCode, reason, excerpt, List.of(), Optional.empty());
        }
        List<String> secrets = seen.get().opened();
        Optional<String> refusal = outcome == StepOutcome.FAILED && refused.isEmpty()
                ? seen.get()
                        .denied()
                        .or(() -> words.apply(excerpt)
                                .flatMap(said -> said.secret().or(() -> last(secrets))))
                : refused;
        return new StepResult(outcome, exitCode, reason, excerpt, secrets, refusal);
    }

    private boolean failed() {
        return outcome == StepOutcome.FAILED || outcome == StepOutcome.TIMED_OUT;
    }

    private static Optional<String> last(List<String> secrets) {
        return secrets.isEmpty() ? Optional.empty() : Optional.of(secrets.get(secrets.size() - 1));
    }
}
