package dev.blackstart.recovery;

import dev.blackstart.journal.Event.StepOutcome;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a step ended, and why, for its event. */
record StepResult(
        StepOutcome outcome,
        int exitCode,
        String reason,
        String excerpt,
        List<String> opened,
        Optional<String> refused) {
    private static final int EXCERPT_LINES = 40;
    private static final Pattern UNOPENABLE =
            Pattern.compile("decryption failed|No secret key|is not in the password store", Pattern.CASE_INSENSITIVE);

    static StepResult done() {
        return new StepResult(StepOutcome.DONE, 0, "", "", List.of(), Optional.empty());
    }

    static StepResult refused(RecoveryException refusal) {
        return new StepResult(StepOutcome.FAILED, 1, refusal.reason(), refusal.reason(), List.of(), refusal.secret());
    }

    static StepResult of(Typed typed) {
        String reason = switch (typed.outcome()) {
            case DONE -> "";
            case FAILED -> "exit code " + typed.exitCode() + ": " + typed.lastLine();
            case TIMED_OUT, CUT -> typed.untold();
        };
        return new StepResult(
                typed.outcome(), typed.exitCode(), reason, typed.excerpt(EXCERPT_LINES), List.of(), Optional.empty());
    }

    /** Adds what was opened; the last of it was refused, where the output says that it could not be decrypted. */
    StepResult opening(Optional<List<String>> seen) {
        if (seen.isEmpty()) {
            String reason = "the watch on the store broke off";
            return new StepResult(StepOutcome.CUT, exitCode, reason, excerpt, List.of(), Optional.empty());
        }
        List<String> secrets = seen.get();
        boolean locked = outcome == StepOutcome.FAILED
                && refused.isEmpty()
                && !secrets.isEmpty()
                && UNOPENABLE.matcher(excerpt).find();
        Optional<String> refusal = locked ? Optional.of(secrets.get(secrets.size() - 1)) : refused;
        return new StepResult(outcome, exitCode, reason, excerpt, secrets, refusal);
    }
}
