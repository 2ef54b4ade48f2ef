package dev.blackstart.drill;

import dev.blackstart.environment.Engine;
import dev.blackstart.journal.Journal;
import dev.blackstart.report.Reports;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Finishes what a killed run could not: its clean-up and its report. */
public final class DeadRuns {
    private final Leases leases;
    private final Engine engine;

    public DeadRuns(Leases leases, Engine engine) {
        this.leases = leases;
        this.engine = engine;
    }

    /** Sweep after killed runs only; replicas that were kept for a look stay. */
    public void sweepKilled(Consumer<String> progress) {
        List<Leases.Dead> killed =
                leases.dead().stream().filter(dead -> !dead.kept()).toList();
        Bases.ofThisUser().removeUnfinished(progress);
        if (!killed.isEmpty()) {
            Set<String> stuck = engine.sweep(
                    run -> killed.stream().anyMatch(dead -> dead.run().equals(run)), progress);
            killed.forEach(dead -> finish(dead, stuck, progress));
        }
    }

    /** Sweep after every run whose owner is dead, kept ones included, and say what is left alone. */
    public void sweepAll(Consumer<String> progress) {
        List<Leases.Dead> dead = leases.dead();
        Bases.ofThisUser().removeUnfinished(progress);
        Set<String> stuck = engine.sweep(leases, progress);
        dead.forEach(run -> finish(run, stuck, progress));
    }

    /** Whatever could not be done is tried again by the next command: only then is the run forgotten. */
    private void finish(Leases.Dead dead, Set<String> stuck, Consumer<String> progress) {
        try {
            if (Files.isRegularFile(dead.reports().resolve(Journal.FILE))) {
                boolean first = !Files.exists(dead.reports().resolve(Reports.JSON));
                Reports.finish(dead.reports());
                if (first) {
                    progress.accept("wrote the report of the killed run " + dead.run() + " to " + dead.reports());
                }
            }
            if (!stuck.contains(dead.run())) {
                leases.forget(dead);
            }
        } catch (IOException e) {
            progress.accept("the report of " + dead.run() + " could not be written: " + e.getMessage());
        }
    }
}
