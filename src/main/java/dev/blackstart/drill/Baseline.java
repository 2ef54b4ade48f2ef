package dev.blackstart.drill;

import dev.blackstart.definition.Held;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.Stage;
import dev.blackstart.state.Fingerprint;
import dev.blackstart.verification.States;
import java.util.Map;
import java.util.Optional;

/** Lets the workload run for as long as the drill says, and writes down meanwhile what every state holds. */
final class Baseline implements Part {
    private final AttemptContext context;
    private final Optional<WorkloadRun> workload;
    private final States states;
    private Map<Held, Fingerprint> before = Map.of();

    Baseline(AttemptContext context, Optional<WorkloadRun> workload) {
        this.context = context;
        this.workload = workload;
        this.states = new States(
                context.drill().environment(),
                context.replica(),
                context.run().token().text());
    }

    @Override
    public boolean carryOut() {
        before = context.waiting(Stage.BASELINE, () -> {
            workload.ifPresent(WorkloadRun::start);
            Map<Held, Fingerprint> taken = states.fingerprints();
            taken.forEach((held, print) -> context.record(new Event.FingerprintTaken(
                    held.host(), held.state().name(), print.size(), held.state().counts(print))));
            workload.ifPresent(WorkloadRun::awaitLength);
            return taken;
        });
        return true;
    }

    States states() {
        return states;
    }

    Map<Held, Fingerprint> before() {
        return before;
    }

    @Override
    public void end() {
        workload.ifPresent(WorkloadRun::close);
    }
}
