package dev.blackstart.recovery;

import dev.blackstart.definition.Runbook;
import dev.blackstart.definition.Step;
import dev.blackstart.environment.Replica;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.Event.StepOutcome;
import dev.blackstart.store.StoreWatch;
import java.time.Duration;
import java.util.function.Consumer;

/** Follows a runbook from its first block to its last, or to the first that does not succeed. */
public final class RunbookRun {
    private final Replica replica;
    private final Responder responder;
    private final Provider provider;
    private final Step.Verb.Doer verbs;
    private final Consumer<Event> chronicle;

    /**
     * @param provider whose consoles are shown
     * @param verbs does what the page's verbs say; what it refuses to do, it says by a {@link RecoveryException}
     * @param chronicle is told of each step as it begins and ends, unredacted
     */
    public RunbookRun(
            Replica replica, Responder responder, Provider provider, Step.Verb.Doer verbs, Consumer<Event> chronicle) {
        this.replica = replica;
        this.responder = responder;
        this.provider = provider;
        this.verbs = verbs;
        this.chronicle = chronicle;
    }

    /**
     * Follow the page.
     *
     * @return true where the manner made every step come to a good end
     */
    public boolean follow(Runbook runbook, Manner manner) {
        try (StoreWatch watch = responder.stores().watch(responder.ground())) {
            StepRunner runner = new StepRunner(replica, responder, provider, verbs, chronicle, watch);
            int number = 0;
            for (Step step : runbook.steps()) {
                number++;
                if (manner.carryOut(number, step, new Once(runner, number, step)) != StepOutcome.DONE) {
                    return false;
                }
            }
            return true;
        }
    }

    private record Once(StepRunner runner, int number, Step step) implements Manner.Run {
        @Override
        public StepOutcome told() {
            return runner.run(number, step);
        }

        @Override
        public void begin() {
            runner.begin(number, step);
        }

        @Override
        public Event.StepEnded tried() {
            return tried(step);
        }

        @Override
        public Event.StepEnded pressedOn(Duration atMost) {
            return tried(step.pressedOn(atMost));
        }

        private Event.StepEnded tried(Step asked) {
            runner.forgetOpenings();
            return runner.attempt(number, asked);
        }

        @Override
        public void end(Event.StepEnded end) {
            runner.end(step, end);
        }
    }
}
