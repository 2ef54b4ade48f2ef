package dev.blackstart.drill;

import dev.blackstart.clock.Ended;
import dev.blackstart.disaster.Strike;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.UntoldCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Carries out the disaster: time zero of everything that is measured. */
final class Striking implements Part {
    private static final Duration UP_WITHIN = Duration.ofSeconds(10);

    private final AttemptContext context;
    private final Watching watching;
    private final Optional<WorkloadRun> workload;
    private Duration begunAt = Duration.ZERO;
    private Duration struckAt = Duration.ZERO;
    private Duration doneAt = Duration.ZERO;

    Striking(AttemptContext context, Watching watching, Optional<WorkloadRun> workload) {
        this.context = context;
        this.watching = watching;
        this.workload = workload;
    }

    @Override
    public boolean carryOut() {
        return stillWell() && strike();
    }

    /** Asked anew: what is down already cannot be seen to fail. */
    private boolean stillWell() {
        Ended up = watching.probes().awaitAllUp(UP_WITHIN, context.ticker().elapsed());
        Optional<String> trouble = up.held()
                ? workload.flatMap(WorkloadRun::refusedTooOften)
                : Optional.of("not every probe held: " + up.detail());
        trouble.ifPresent(what -> context.record(new Event.Untold(
                UntoldCode.BASELINE_LOST,
                "the service did not work any more when the disaster was to strike: " + what,
                context.drill().place(),
                "nothing was destroyed; see what the service answered, and whether the machine has room for it")));
        return trouble.isEmpty();
    }

    private boolean strike() {
        begunAt = context.ticker().elapsed();
        context.recordAt(begunAt, new Event.StrikeBegun());
        watching.lag().reset();
        boolean stopsService = context.drill().effects().stopsService();
        if (stopsService) {
            watching.probes().expectChange();
        }
        List<String> damage = new ArrayList<>();
        Strike strike = new Strike(
                context.replica(),
                context.ticker(),
                context.random(),
                context.run().token().text(),
                damage::add);
        struckAt = context.meter()
                .spend(Meter.Kind.ENGINE, () -> strike.all(context.drill().disasters()));
        doneAt = context.ticker().elapsed();
        if (stopsService) {
            watching.probes().away();
        }
        if (losesState()) {
            workload.ifPresent(WorkloadRun::away);
        }
        context.recordAt(struckAt, new Event.Struck());
        damage.forEach(what -> context.record(new Event.Damaged(what)));
        workload.ifPresent(writes -> writes.stop(struckAt));
        strike.survivals()
                .forEach(left -> context.record(
                        new Event.Untold(UntoldCode.LOSS_SURVIVED, left.what(), left.place(), left.hint())));
        return strike.survivals().isEmpty();
    }

    /** What ended before is as it was. */
    Duration begunAt() {
        return begunAt;
    }

    private boolean losesState() {
        return context.drill().environment().held().stream()
                .anyMatch(held -> context.drill().effects().hosts().contains(held.host()));
    }

    Duration struckAt() {
        return struckAt;
    }

    /** What begins from then on meets all that was done. */
    Duration doneAt() {
        return doneAt;
    }
}
