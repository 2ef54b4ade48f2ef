package dev.blackstart.drill;

import java.util.Optional;

/** Asks the recovered service for every write that it had acknowledged, and to take one more. */
final class ReadingBack implements Part {
    private final Optional<WorkloadRun> workload;
    private final Striking striking;

    ReadingBack(Optional<WorkloadRun> workload, Striking striking) {
        this.workload = workload;
        this.striking = striking;
    }

    @Override
    public boolean carryOut() {
        workload.ifPresent(writes -> {
            writes.readBack(striking.struckAt());
            writes.writeAgain();
        });
        return true;
    }
}
