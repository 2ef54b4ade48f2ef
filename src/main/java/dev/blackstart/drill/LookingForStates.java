package dev.blackstart.drill;

import dev.blackstart.clock.Await;
import dev.blackstart.clock.Await.Answer;
import dev.blackstart.clock.SideBySide;
import dev.blackstart.definition.Held;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.Event.Came;
import dev.blackstart.journal.Stage;
import dev.blackstart.state.Fingerprint;
import dev.blackstart.state.Kept;
import dev.blackstart.state.Living;
import dev.blackstart.state.StateException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Looks at each state of the lost hosts after a recovery without a backup: what is there came from somewhere else. */
final class LookingForStates implements Part {
    /** What the last step has started may fill a state by itself. */
    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(3);

    private static final Duration AGAIN_AFTER = Duration.ofSeconds(1);

    private final AttemptContext context;
    private final Baseline baseline;

    LookingForStates(AttemptContext context, Baseline baseline) {
        this.context = context;
        this.baseline = baseline;
    }

    @Override
    public boolean carryOut() {
        if (!context.plan().withoutBackup()) {
            return true;
        }
        List<Runnable> looks = new ArrayList<>();
        baseline.before().forEach((held, living) -> {
            if (context.drill().effects().hosts().contains(held.host())) {
                looks.add(() -> context.record(settled(held, living)));
            }
        });
        if (!looks.isEmpty()) {
            context.waiting(Stage.VERIFICATION, () -> {
                SideBySide.run(looks);
                return true;
            });
        }
        return true;
    }

    private Event.StateLooked settled(Held held, Living living) {
        List<Event.StateLooked> looks = new ArrayList<>();
        new Await(context.ticker()).until(SETTLED_WITHIN, AGAIN_AFTER, () -> {
            Event.StateLooked now = look(held, living);
            looks.add(now);
            return settled(now) ? Answer.yes() : Answer.notYet(now.detail());
        });
        return looks.get(looks.size() - 1);
    }

    private boolean settled(Event.StateLooked now) {
        return now.came() == Came.YES
                || now.came() == Came.HELD_NOTHING
                || !context.replica().stands(now.host());
    }

    private Event.StateLooked look(Held held, Living living) {
        if (!context.replica().stands(held.host())) {
            return looked(held, Came.NO, "there is no host " + held.host());
        }
        List<StateException> silent = new ArrayList<>();
        Map<Held, Fingerprint> now = baseline.states().remains(List.of(held), silent::add);
        Fingerprint print = now.get(held);
        if (print == null) {
            StateException why = silent.get(0);
            return looked(held, Came.UNTOLD, why.getMessage() + ": " + why.detail());
        }
        Kept kept = living.kept(print);
        return looked(held, came(kept), kept.words());
    }

    private static Came came(Kept kept) {
        if (kept.heldNothing()) {
            return Came.HELD_NOTHING;
        }
        if (kept.most()) {
            return Came.YES;
        }
        return kept.some() ? Came.IN_PART : Came.NO;
    }

    private static Event.StateLooked looked(Held held, Came came, String detail) {
        return new Event.StateLooked(held.host(), held.state().name(), came, detail);
    }
}
