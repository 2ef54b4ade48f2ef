package dev.blackstart.history;

import dev.blackstart.finding.Place;
import dev.blackstart.journal.Event;
import java.time.Duration;
import java.util.Optional;

/**
 * One step of a runbook, as far as it went.
 *
 * @param startedAt elapsed time on the run's ticker
 * @param ended empty: nothing is known of its end
 */
public record StepRun(Event.StepStarted started, Duration startedAt, Optional<Ended> ended) {
    /** The end of a step; {@code at}: elapsed time on the run's ticker. */
    public record Ended(Event.StepEnded event, Duration at) {}

    public int number() {
        return started.number();
    }

    public String heading() {
        return started.heading();
    }

    /** Where the step stands. */
    public Place where() {
        return started.place();
    }

    /** Tell how the step ended; one that never said so was cut. */
    public Event.StepOutcome outcome() {
        return ended.map(end -> end.event().outcome()).orElse(Event.StepOutcome.CUT);
    }

    public boolean done() {
        return outcome() == Event.StepOutcome.DONE;
    }

    public boolean failed() {
        return outcome() == Event.StepOutcome.FAILED || outcome() == Event.StepOutcome.TIMED_OUT;
    }

    public boolean timedOut() {
        return outcome() == Event.StepOutcome.TIMED_OUT;
    }

    public boolean cut() {
        return outcome() == Event.StepOutcome.CUT;
    }
}
