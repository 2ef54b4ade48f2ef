package dev.blackstart.drill;

import dev.blackstart.clock.Ticker;
import dev.blackstart.definition.DrillDefinition;
import dev.blackstart.definition.Team;
import dev.blackstart.environment.Replica;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.Stage;
import dev.blackstart.secret.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** What all parts of one attempt share: the run, the replica, who is there, and what this attempt does otherwise. */
record AttemptContext(RunContext run, Replica replica, Team team, AttemptPlan plan, Meter meter) {
    DrillDefinition drill() {
        return run.drill();
    }

    Ticker ticker() {
        return run.ticker();
    }

    /** The workload, where this attempt has one. */
    Optional<WorkloadRun> workload(Watching watching) {
        return plan.writes()
                ? drill().workload()
                        .map(asked -> new WorkloadRun(
                                run.recorder(),
                                plan.name(),
                                run.ticker(),
                                run.token(),
                                watching.http(),
                                asked,
                                watching.doors().ledger(asked)))
                : Optional.empty();
    }

    RandomGenerator random() {
        return chance(run.seed(), plan.name());
    }

    /** Chance of one attempt alone, so that attempts side by side draw the same whenever the seed is the same. */
    static RandomGenerator chance(long seed, String attempt) {
        return new Random(31 * seed + attempt.hashCode());
    }

    /** Redact these as long as this attempt's replica is there. */
    void hide(List<Secret> secrets) {
        if (!secrets.isEmpty()) {
            run.recorder().hideDuring(plan.name(), secrets);
        }
    }

    void record(Event event) {
        run.recorder().record(plan.name(), event);
    }

    void recordAt(Duration at, Event event) {
        run.recorder().recordAt(at, plan.name(), event);
    }

    /** A stage whose time goes to the replica's own services. */
    <T> T waiting(Stage stage, Supplier<T> task) {
        return stage(stage, () -> meter.spend(Meter.Kind.WAITS, task));
    }

    <T> T stage(Stage stage, Supplier<T> task) {
        record(new Event.StageStarted(stage));
        T result = task.get();
        record(new Event.StageEnded(stage));
        return result;
    }
}
