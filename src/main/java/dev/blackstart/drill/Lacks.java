package dev.blackstart.drill;

import dev.blackstart.control.Control;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.Event.StepEnded;
import dev.blackstart.journal.Event.StepOutcome;
import dev.blackstart.recovery.Responder;
import java.util.Optional;

/** Takes things away from one replica, and tells what came of it. */
final class Lacks {
    private final AttemptContext context;
    private final Responder responder;

    Lacks(AttemptContext context, Responder responder) {
        this.context = context;
        this.responder = responder;
    }

    Lack of(Control control) {
        return Lack.of(control, context, responder);
    }

    /** Whether a machine that is not lost knows the secret, too: it mostly refuses another value. */
    boolean knownToOthers(Control control) {
        return control.secret()
                .filter(secret -> !context.drill()
                        .effects()
                        .hosts()
                        .containsAll(context.drill().environment().knowing(secret)))
                .isPresent();
    }

    /** @param from the first step that was carried out without it; {@code then} empty: it is still missing */
    void tell(Control control, StepEnded without, int from, Optional<StepOutcome> then) {
        context.hide(responder.told(without));
        context.record(new Event.TrialEnded(control.word(), control.secret(), without, from, then));
    }
}
