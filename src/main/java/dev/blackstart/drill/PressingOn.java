package dev.blackstart.drill;

import dev.blackstart.clock.Ticker;
import dev.blackstart.definition.Step;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.Event.StepEnded;
import dev.blackstart.journal.Event.StepOutcome;
import dev.blackstart.recovery.Manner;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Follows a page as in life up to the command that fails, and then to its end all the same: a later one may bring back what no
 * backup holds.
 */
final class PressingOn implements Manner {
    private final Ticker ticker;
    private final Patience patience;
    private final Consumer<Event> chronicle;
    private boolean stopped;
    private Duration until = Duration.ZERO;

    PressingOn(Ticker ticker, Patience patience, Consumer<Event> chronicle) {
        this.ticker = ticker;
        this.patience = patience;
        this.chronicle = chronicle;
    }

    @Override
    public StepOutcome carryOut(int number, Step step, Run run) {
        if (stopped) {
            pressOn(number, run);
            return StepOutcome.DONE;
        }
        StepOutcome outcome = run.told();
        stopped = outcome == StepOutcome.FAILED || outcome == StepOutcome.TIMED_OUT;
        if (!stopped) {
            return outcome;
        }
        until = ticker.elapsed().plus(patience.withAll());
        if (outcome == StepOutcome.FAILED && step instanceof Step.Shell) {
            pressOn(number, run); // with the commands behind the one that failed
        }
        return StepOutcome.DONE;
    }

    private void pressOn(int number, Run run) {
        Duration left = until.minus(ticker.elapsed());
        if (left.isNegative() || left.isZero()) {
            return;
        }
        Duration atMost = patience.with(number);
        StepEnded end = run.pressedOn(atMost.compareTo(left) < 0 ? atMost : left);
        chronicle.accept(new Event.PressedOn(number, end.heading(), end.place(), end.outcome(), end.reason()));
    }

    /** Whether a step had failed. */
    boolean stopped() {
        return stopped;
    }
}
