package dev.blackstart.drill;

import dev.blackstart.journal.Stage;
import java.time.Duration;
import java.util.Optional;

/** Verifies what the steps brought back, once all of them have ended. */
final class Comparing implements Part {
    private static final Duration UP_WITHIN = Duration.ofMinutes(2);

    /** The drill itself has shown that the service comes back; a control waits for what should not come. */
    private static final Duration UP_IN_A_CONTROL_WITHIN = Duration.ofSeconds(30);

    private static final Duration UP_AGAIN_WITHIN = Duration.ofSeconds(30);

    private final AttemptContext context;
    private final Watching watching;
    private final Baseline baseline;
    private final Recovering recovering;
    private Optional<Duration> from = Optional.empty();

    Comparing(AttemptContext context, Watching watching, Baseline baseline, Recovering recovering) {
        this.context = context;
        this.watching = watching;
        this.baseline = baseline;
        this.recovering = recovering;
    }

    @Override
    public boolean carryOut() {
        return !recovering.through() || context.waiting(Stage.VERIFICATION, this::compare);
    }

    private boolean compare() {
        Duration began = context.ticker().elapsed();
        from = Optional.of(began);
        boolean up = watching.probes()
                .awaitAllUp(context.plan().main() ? UP_WITHIN : UP_IN_A_CONTROL_WITHIN, began)
                .held();
        new Verification(context.run(), baseline, context::record).run();
        if (up) {
            // An answer that came late while everything was being compared is no outage; when it holds again counts.
            watching.probes().awaitAllUp(UP_AGAIN_WITHIN, began);
        }
        return true;
    }

    /** When it began; empty: a step had failed, so there was nothing to verify. */
    Optional<Duration> from() {
        return from;
    }
}
