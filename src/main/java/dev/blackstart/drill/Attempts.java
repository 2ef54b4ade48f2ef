package dev.blackstart.drill;

import dev.blackstart.clock.Ticker;
import dev.blackstart.control.Control;
import dev.blackstart.definition.DrillDefinition;
import dev.blackstart.definition.Team;
import dev.blackstart.environment.Engine;
import dev.blackstart.environment.EngineException;
import dev.blackstart.environment.Replica;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.UntoldCode;
import java.util.Optional;
import java.util.function.Function;

/** Carries out attempts of a run, each on a replica of its own, which is removed beside what comes next. */
final class Attempts {
    private final String run;
    private final DrillDefinition drill;
    private final RunOptions options;
    private final Engine engine;
    private final Ticker ticker;
    private final Tidying tidying = new Tidying();

    Attempts(String run, DrillDefinition drill, RunOptions options, Engine engine, Ticker ticker) {
        this.run = run;
        this.drill = drill;
        this.options = options;
        this.engine = engine;
        this.ticker = ticker;
    }

    /** Make the replica, let the attempt be carried out there, and begin to remove it, whatever happened. */
    void carryOut(RunContext scene, AttemptPlan plan, Team people) {
        carryOut(scene, plan, people, Attempt::commissioned);
    }

    void carryOut(RunContext scene, AttemptPlan plan, Team people, Function<AttemptContext, Attempt> parts) {
        Recorder recorder = scene.recorder();
        recorder.record(
                plan.name(),
                new Event.AttemptStarted(
                        plan.mark(),
                        plan.control().flatMap(Control::secret),
                        plan.control().flatMap(Control::step)));
        Meter meter = new Meter(ticker);
        Mishaps mishaps = new Mishaps(recorder, drill.place());
        Optional<Replica> opened = mishaps.told(
                plan.name(),
                () -> meter.spend(
                        Meter.Kind.ENGINE,
                        () -> engine.open(
                                drill.environment(), new Engine.Tag(run, plan.name()), Doors.endpoints(drill))));
        opened.ifPresent(replica -> {
            try {
                mishaps.told(plan.name(), () -> {
                    parts.apply(new AttemptContext(scene, replica, people, plan, meter))
                            .run();
                    return true;
                });
            } finally {
                end(recorder, plan, replica, meter);
            }
        });
    }

    /** Clean up whatever happened, a journal that can't be written any more included, and hide no reason for it. */
    private void end(Recorder recorder, AttemptPlan plan, Replica replica, Meter meter) {
        try {
            recorder.record(plan.name(), new Event.AttemptEnded());
        } finally {
            tidying.begin(() -> {
                cleanUp(recorder, plan, replica, meter);
                recorder.record(plan.name(), meter.overhead());
                recorder.forget(plan.name());
            });
        }
    }

    private void cleanUp(Recorder recorder, AttemptPlan plan, Replica replica, Meter meter) {
        boolean kept = options.keep() && plan.main();
        try {
            Replica.Remains remains = meter.spend(Meter.Kind.ENGINE, () -> {
                if (!kept) {
                    replica.close();
                }
                return replica.remains();
            });
            recorder.record(
                    plan.name(),
                    new Event.CleanedUp(remains.containers(), remains.networks(), remains.volumes(), kept));
        } catch (EngineException e) {
            new Mishaps(recorder, drill.place())
                    .untold(
                            plan.name(),
                            UntoldCode.NOT_CLEANED_UP,
                            "what this run made may still be in the engine: " + e.getMessage(),
                            "once the engine answers, `blackstart clean` removes it");
        }
    }

    /** Wait until every replica is removed. */
    void finish() {
        tidying.finish();
    }
}
