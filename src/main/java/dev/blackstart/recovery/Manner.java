package dev.blackstart.recovery;

import dev.blackstart.definition.Step;
import dev.blackstart.journal.Event;
import java.time.Duration;

/** How somebody carries out each step of a page: once, as in life, or as often as it takes to see what it needs. */
@FunctionalInterface
public interface Manner {
    /** As in life: each step once. */
    Manner ONCE = (number, step, run) -> run.told();

    /**
     * Carry out one step.
     *
     * @param number its place on the page, counted from 1
     * @return anything but done ends the page
     */
    Event.StepOutcome carryOut(int number, Step step, Run run);

    /** Carries the step out, each time that it is asked to. */
    interface Run {
        /** Carry it out and tell of it. */
        Event.StepOutcome told();

        /** Tell that it begins. */
        void begin();

        /** Carry it out without telling of it; what was opened since the last step is no part of it. */
        Event.StepEnded tried();

        /** The same with no more time than this, and with all of its commands, whichever of them fail. */
        Event.StepEnded pressedOn(Duration atMost);

        /** Tell how it ended. */
        void end(Event.StepEnded end);
    }
}
