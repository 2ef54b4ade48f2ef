package dev.blackstart.drill;

import dev.blackstart.clock.Ended;
import dev.blackstart.definition.DrillDefinition.SteadyState;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.Stage;
import dev.blackstart.journal.UntoldCode;
import java.time.Duration;

/** Waits until every probe holds: only what worked before the disaster can be seen to come back. */
final class SteadyStateHolding implements Part {
    private static final Duration UP_WITHIN = Duration.ofMinutes(2);

    private final AttemptContext context;
    private final Watching watching;

    SteadyStateHolding(AttemptContext context, Watching watching) {
        this.context = context;
        this.watching = watching;
    }

    @Override
    public boolean carryOut() {
        return context.waiting(Stage.STEADY_STATE, () -> {
            Ended up = watching.probes().awaitAllUp(UP_WITHIN, Duration.ZERO);
            if (up.held()) {
                context.record(new Event.SteadyStateHeld(context.drill().steadyState().stream()
                        .map(SteadyState::name)
                        .toList()));
            } else {
                context.record(
                        new Event.Untold(
                                UntoldCode.BASELINE_NOT_MET,
                                "the system was not in its steady state before the disaster: " + up.detail(),
                                context.drill().place(),
                                "see whether commissioning leaves the service running, and whether steadyState asks what it answers"));
            }
            return up.held();
        });
    }
}
