package dev.blackstart.run;

import dev.blackstart.environment.Engine;
import dev.blackstart.journal.Journal;
import dev.blackstart.report.Reports;
import dev.blackstart.run.Leases.Dead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Finishes what a killed run could not: its clean-up, then its report. Each run by itself: what is wrong with one of them
 * is said in a line, and is nobody else's trouble.
 */
public final class DeadRuns {
    /** Of our memory; a journal takes a few times its size there. */
    private static final int SHARE = 8;

    private final Leases leases;
    private final Engine engine;
    private final Consumer<String> progress;
    private final Consumer<FinishedRun> finished;

    /**
     * @param progress gets a line for each thing that is done or could not be done
     * @param finished is given each killed run whose report is written now
     */
    public DeadRuns(Leases leases, Engine engine, Consumer<String> progress, Consumer<FinishedRun> finished) {
        this.leases = leases;
        this.engine = engine;
        this.progress = progress;
        this.finished = finished;
    }

    /** Sweep after killed runs only; replicas that were kept for a look stay. */
    public void sweepKilled() {
        List<Dead> killed = leases.takeOver(Leases.KILLED, progress);
        if (!killed.isEmpty()) {
            sweep(killed);
        }
    }

    /** Sweep after every run whose owner is dead, kept ones included, and say what is left alone. */
    public void sweepAll() {
        sweep(leases.takeOver(Leases.KILLED_OR_KEPT, progress));
        stages().forEach((run, environment) ->
                progress.accept("left the stage %s of %s: `blackstart stage --down %s` takes it down"
                        .formatted(run, environment, environment)));
    }

    /** Give the stages that are up: their runs, with their environments. */
    public Map<String, String> stages() {
        Map<String, String> stages = new TreeMap<>();
        leases.takeOver(
                dead -> {
                    dead.stage().ifPresent(environment -> stages.put(dead.run(), environment));
                    return false;
                },
                progress);
        return stages;
    }

    /** Take every stage of an environment down, and give how many they were. */
    public int takeDown(String environment) {
        List<Dead> stages =
                leases.takeOver(dead -> dead.stage().filter(environment::equals).isPresent(), progress);
        sweep(stages);
        return stages.size();
    }

    private void sweep(List<Dead> dead) {
        try {
            Set<String> stuck =
                    engine.sweep(run -> dead.stream().anyMatch(one -> one.run().equals(run)), progress);
            dead.forEach(one -> finish(one, stuck.contains(one.run())));
        } finally {
            dead.forEach(Dead::close);
        }
    }

    /** Whatever could not be done is tried again by the next command: only then is the run forgotten. */
    private void finish(Dead dead, boolean stuck) {
        try {
            if (dead.reports().isPresent() && dead.stage().isEmpty()) {
                report(dead.reports().get());
            }
            if (!stuck) {
                dead.forget();
            }
        } catch (IOException | RuntimeException | OutOfMemoryError e) { // all of them: nobody knows what it left
            progress.accept("the killed run %s could not be finished: %s; it is tried again until %s is removed"
                    .formatted(dead.run(), e, dead.lease()));
        }
    }

    private void report(Path directory) throws IOException {
        Path journal = directory.resolve(Journal.FILE);
        if (!Files.isRegularFile(journal)) {
            return;
        }
        long size = Files.size(journal);
        if (size > Runtime.getRuntime().maxMemory() / SHARE) {
            throw new IOException("its journal of %,d bytes does not fit into memory".formatted(size));
        }
        boolean first = !Files.exists(directory.resolve(Reports.JSON));
        FinishedRun written = new FinishedRun(Reports.finish(directory), directory);
        if (first) {
            finished.accept(written);
        }
    }
}
