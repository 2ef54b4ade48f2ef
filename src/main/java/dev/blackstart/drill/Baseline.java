package dev.blackstart.drill;

import dev.blackstart.journal.Event;
import dev.blackstart.journal.Stage;
import dev.blackstart.verification.Databases;
import dev.blackstart.verification.Fingerprint;
import java.util.Map;
import java.util.Optional;

/** Lets the workload run for as long as the drill says, and writes down meanwhile what every state holds. */
final class Baseline implements Part {
    private final AttemptContext context;
    private final Optional<WorkloadRun> workload;
    private final Databases databases;
    private Map<String, Fingerprint> before = Map.of();

    Baseline(AttemptContext context, Optional<WorkloadRun> workload) {
        this.context = context;
        this.workload = workload;
        this.databases = new Databases(
                context.drill().environment(),
                context.replica(),
                context.run().token().text());
    }

    @Override
    public boolean carryOut() {
        before = context.waiting(Stage.BASELINE, () -> {
            workload.ifPresent(WorkloadRun::start);
            Map<String, Fingerprint> taken = databases.fingerprints();
            taken.forEach((host, print) -> context.record(new Event.FingerprintTaken(
                    host, databases.name(host), print.size(), print.tables().size(), print.rows())));
            workload.ifPresent(WorkloadRun::awaitLength);
            return taken;
        });
        return true;
    }

    Databases databases() {
        return databases;
    }

    Map<String, Fingerprint> before() {
        return before;
    }

    @Override
    public void end() {
        workload.ifPresent(WorkloadRun::close);
    }
}
