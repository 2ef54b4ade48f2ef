package dev.blackstart.drill;

import dev.blackstart.journal.Event;
import dev.blackstart.observe.ProbeBoard;
import java.time.Duration;

/** Writes down what the probes saw of the disaster and of the recovery, whatever came of it. */
final class Measuring implements Part {
    private final AttemptContext context;
    private final Watching watching;
    private final Striking striking;
    private final Comparing comparing;

    Measuring(AttemptContext context, Watching watching, Striking striking, Comparing comparing) {
        this.context = context;
        this.watching = watching;
        this.striking = striking;
        this.comparing = comparing;
    }

    @Override
    public boolean carryOut() {
        ProbeBoard probes = watching.probes();
        Duration now = context.ticker().elapsed();
        context.record(new Event.ProbesMeasured(
                probes.allUpSince(comparing.from().orElse(now)),
                !probes.everDown(striking.struckAt()).isEmpty(),
                probes.resolution(striking.struckAt(), now).largestGap()));
        return comparing.from().isPresent();
    }
}
