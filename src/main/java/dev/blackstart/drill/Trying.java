package dev.blackstart.drill;

import dev.blackstart.control.Control;
import dev.blackstart.definition.Step;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.Event.StepOutcome;
import dev.blackstart.recovery.Manner;
import dev.blackstart.recovery.Responder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sees of one step after the other what it needs: carries it out with one thing missing, gives that back, and carries the very
 * same step out again. Where a step does not miss it, the rest of the page and the verification show whether anybody does.
 * The page ends where nothing is left to see, or where a step does not succeed with everything there: then the replica is no
 * longer what it was, and tells nothing.
 */
final class Trying implements Manner {
    private final AttemptContext context;
    private final Responder responder;
    private final List<Trial> left;
    private boolean goesOn;

    Trying(AttemptContext context, Responder responder) {
        this.context = context;
        this.responder = responder;
        this.left = new ArrayList<>(context.plan().trials());
    }

    @Override
    public StepOutcome carryOut(int number, Step step, Run run) {
        if (goesOn) {
            return run.told();
        }
        Map<Control, Event.StepEnded> failed = new LinkedHashMap<>();
        for (Control control : due(number)) {
            Lack lack = Lack.of(control, context, responder);
            Event.StepEnded without = run.tried();
            if (without.outcome() != StepOutcome.FAILED) {
                tell(control, without, Optional.empty());
                goesOn = true; // without it, to the end: what was done already cannot be undone
                return without.outcome();
            }
            lack.giveBack();
            failed.put(control, without);
        }
        StepOutcome whole = anyBackup(run);
        failed.forEach((control, without) -> tell(control, without, Optional.of(whole)));
        return left.isEmpty() ? StepOutcome.CUT : whole;
    }

    private List<Control> due(int number) {
        List<Trial> due = left.stream()
                .filter(trial -> trial.step().filter(step -> step == number).isPresent())
                .toList();
        left.removeAll(due);
        return due.stream().map(Trial::control).toList();
    }

    /** Carry the step out; where something is to be missed that any step may need, without that first. */
    private StepOutcome anyBackup(Manner.Run run) {
        Optional<Trial> any =
                left.stream().filter(trial -> trial.step().isEmpty()).findFirst();
        if (any.isEmpty()) {
            return run.told();
        }
        Lack lack = Lack.of(any.get().control(), context, responder);
        Event.StepEnded without = run.tried();
        lack.giveBack();
        if (without.outcome() != StepOutcome.FAILED) {
            return without.outcome();
        }
        left.remove(any.get());
        StepOutcome then = run.told();
        tell(any.get().control(), without, Optional.of(then));
        return then;
    }

    private void tell(Control control, Event.StepEnded without, Optional<StepOutcome> then) {
        context.record(new Event.TrialEnded(control.word(), control.secret(), without, then));
    }
}
