package dev.blackstart.drill;

import dev.blackstart.disaster.Strike;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.UntoldCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Carries out the disaster: time zero of everything that is measured. */
final class Striking implements Part {
    private final AttemptContext context;
    private final Optional<WorkloadRun> workload;
    private Duration struckAt = Duration.ZERO;

    Striking(AttemptContext context, Optional<WorkloadRun> workload) {
        this.context = context;
        this.workload = workload;
    }

    @Override
    public boolean carryOut() {
        List<String> damage = new ArrayList<>();
        Strike strike = new Strike(context.replica(), context.ticker(), context.random(), damage::add);
        struckAt = context.meter()
                .spend(Meter.Kind.ENGINE, () -> strike.all(context.drill().disasters()));
        context.recordAt(struckAt, new Event.Struck());
        damage.forEach(what -> context.record(new Event.Damaged(what)));
        workload.ifPresent(writes -> writes.stop(struckAt));
        strike.survivals()
                .forEach(left -> context.record(
                        new Event.Untold(UntoldCode.LOSS_SURVIVED, left.what(), left.place(), left.hint())));
        return strike.survivals().isEmpty();
    }

    Duration struckAt() {
        return struckAt;
    }
}
