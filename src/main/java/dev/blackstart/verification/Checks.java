package dev.blackstart.verification;

import dev.blackstart.definition.Check;
import dev.blackstart.journal.Event.CheckOutcome;
import java.util.Optional;

/** Carries out the drill's own checks on a replica. */
public final class Checks {
    private final Check.Means means;

    public Checks(Check.Means means) {
        this.means = means;
    }

    /** What came of a check; {@code detail} shows what was seen. */
    public record Result(CheckOutcome outcome, String detail) {}

    /** Carry one out; that it cannot be carried out is a result as well. */
    public Result carryOut(Check check) {
        Check.Result result = check.carryOut(means);
        CheckOutcome outcome = switch (result.said()) {
            case YES -> CheckOutcome.PASSED;
            case NO -> CheckOutcome.FAILED;
            case NOTHING -> CheckOutcome.ERROR;
        };
        return new Result(outcome, result.detail());
    }

    /** Why a check says yes whatever is there; empty: that was not seen of it. */
    public Optional<String> indifferent(Check check) {
        return check.indifferent(means);
    }
}
