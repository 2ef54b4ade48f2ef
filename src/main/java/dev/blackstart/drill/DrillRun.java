package dev.blackstart.drill;

import dev.blackstart.commission.BaseSecrets;
import dev.blackstart.commission.CommissionException;
import dev.blackstart.commission.Commissioning;
import dev.blackstart.definition.DrillDefinition;
import dev.blackstart.environment.Base;
import dev.blackstart.environment.Engine;
import dev.blackstart.environment.EngineException;
import dev.blackstart.environment.IsolationException;
import dev.blackstart.environment.Replica;
import dev.blackstart.environment.SideBySide;
import dev.blackstart.journal.Entry;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.Event.Control;
import dev.blackstart.journal.Journal;
import dev.blackstart.observe.LedgerToken;
import dev.blackstart.observe.Ticker;
import dev.blackstart.report.Reports;
import dev.blackstart.verdict.Judge;
import dev.blackstart.verdict.Verdict;
import dev.blackstart.verification.VerificationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

/** Runs one drill for one team: plan, environment, baseline, disaster, recovery, verification, controls, report. */
public final class DrillRun {
    private static final String COMMISSION = "commission";

    /** Nothing is measured in controls, and most of their time is waiting. */
    private static final int CONTROLS_AT_ONCE = 2;

    private final DrillDefinition drill;
    private final Team team;
    private final RunOptions options;
    private final Engine engine;
    private final Leases leases;
    private final Observer observer;
    private final Ticker ticker;
    private final List<Entry> entries = new CopyOnWriteArrayList<>();
    private final String id;
    private final Path directory;

    /** Hears of a run while it goes on. */
    public interface Observer {
        /** Something was written into the journal. */
        void entry(Entry entry);

        /** The engine does something that takes a while. */
        void progress(String line);

        /** A control begins; several run side by side. */
        void controlStarted(String name);

        /** A control ended; all that was written so far is given. */
        void controlEnded(String name, List<Entry> entries);

        /** The reports of the run were written into this directory. */
        void reported(Path directory);
    }

    /** @param ticker the one that the engine has too: all durations are differences of its readings */
    public DrillRun(
            DrillDefinition drill,
            Team team,
            RunOptions options,
            Engine engine,
            Ticker ticker,
            Leases leases,
            Observer observer) {
        this.ticker = ticker;
        this.drill = drill;
        this.team = team;
        this.options = options;
        this.engine = engine;
        this.leases = leases;
        this.observer = observer;
        this.id = RunId.of(drill.name(), ticker.wall());
        this.directory = options.reports().resolve(id);
    }

    /**
     * Run, and write the report.
     *
     * @return the run's directory
     * @throws IOException where journal or report cannot be written: nothing is started then
     */
    public Path run() throws IOException {
        Files.createDirectories(directory);
        try (Leases.Lease lease = leases.acquire(id, directory);
                Journal journal = Journal.open(directory, this::heard)) {
            Chronicle chronicle = new Chronicle(journal, ticker);
            chronicle.record(
                    Entry.MAIN, new PlanEvent(drill, team, options).event(id, ticker.wall(), engine.description()));
            Interruption interruption = Interruption.arm(signal -> interrupted(chronicle, signal));
            attempts(chronicle);
            chronicle.record(Entry.MAIN, new Event.RunEnded());
            Reports.write(directory);
            interruption.disarm();
            observer.reported(directory);
            if (options.keep()) {
                lease.keep();
            }
        }
        return directory;
    }

    private void attempts(Chronicle chronicle) {
        Optional<Scene> scene = told(chronicle, Entry.MAIN, () -> prepare(chronicle));
        if (scene.isEmpty()) {
            return;
        }
        attempt(scene.get(), Attempt.Plan.MAIN, team);
        if (options.quick() || Judge.ofMain(entries) != Verdict.PASSED) {
            return;
        }
        SideBySide.run(
                ControlPlan.of(drill, entries).stream()
                        .map(plan -> (Runnable) () -> control(scene.get(), plan))
                        .toList(),
                CONTROLS_AT_ONCE);
    }

    private void control(Scene scene, Attempt.Plan plan) {
        observer.controlStarted(plan.name());
        boolean back = plan.control().equals(Optional.of(Control.EVERYBODY_BACK));
        attempt(scene, plan, back ? team.everybodyBack() : team);
        observer.controlEnded(plan.name(), List.copyOf(entries));
    }

    /** Images and the commissioned base, both from the last time where nothing changed. */
    private Scene prepare(Chronicle chronicle) {
        engine.build(drill.environment(), observer::progress);
        Base base = Bases.ofThisUser().of(drill.environment(), unfinished -> commission(chronicle, unfinished));
        BaseSecrets secrets = BaseSecrets.of(base);
        chronicle.hide(secrets.all());
        Random random = new Random(options.seed());
        return new Scene(
                drill,
                new Arrangement(drill.environment(), base, secrets.documented()),
                secrets,
                chronicle,
                ticker,
                LedgerToken.of(random.nextInt()),
                random);
    }

    private Path commission(Chronicle chronicle, Path unfinished) {
        observer.progress("commissioning " + drill.environment().name() + ", once");
        return new Commissioning(
                        engine, drill.environment(), Scene::placeName, chronicle.of(COMMISSION), chronicle::hide)
                .into(unfinished, new Engine.Tag(id, COMMISSION))
                .directory();
    }

    private void attempt(Scene scene, Attempt.Plan plan, Team people) {
        Chronicle chronicle = scene.chronicle();
        chronicle.record(plan.name(), new Event.AttemptStarted(plan.control(), plan.withheld()));
        Meter meter = new Meter(ticker);
        told(chronicle, plan.name(), () -> {
            Replica replica = meter.spend(
                    Meter.Kind.ENGINE,
                    () -> engine.open(drill.environment(), new Engine.Tag(id, plan.name()), Doors.endpoints(drill)));
            try {
                new Attempt(scene, replica, people, plan, meter).run();
            } finally {
                chronicle.record(plan.name(), new Event.AttemptEnded());
                cleanUp(chronicle, plan, replica, meter);
            }
            return true;
        });
    }

    private void cleanUp(Chronicle chronicle, Attempt.Plan plan, Replica replica, Meter meter) {
        boolean kept = options.keep() && plan.main();
        if (!kept) {
            meter.spend(Meter.Kind.ENGINE, () -> {
                replica.close();
                return true;
            });
        }
        Replica.Remains remains = replica.remains();
        chronicle.record(
                plan.name(), new Event.CleanedUp(remains.containers(), remains.networks(), remains.volumes(), kept));
        chronicle.record(plan.name(), meter.overhead());
    }

    /** Do something; where it cannot be done, say why: that is never a verdict on the recovery. */
    private <T> Optional<T> told(Chronicle chronicle, String attempt, java.util.function.Supplier<T> task) {
        try {
            return Optional.of(task.get());
        } catch (CommissionException e) {
            chronicle.record(
                    attempt,
                    new Event.Untold(
                            "commissioning-failed",
                            String.valueOf(e.getMessage()),
                            Optional.of(e.file()),
                            e.line(),
                            "mend the step of the commissioning runbook and run the drill again"));
        } catch (EngineException e) {
            untold(chronicle, attempt, "engine", String.valueOf(e.getMessage()), e.hint());
        } catch (IsolationException e) {
            untold(
                    chronicle,
                    attempt,
                    "isolation-broken",
                    "something leads out of the replica: " + e.getMessage(),
                    "nothing was destroyed; close the way out, and run the drill again");
        } catch (VerificationException e) {
            untold(
                    chronicle,
                    attempt,
                    "database-unreadable",
                    e.getMessage() + ": " + e.detail(),
                    "see whether the host runs the database that compose.yaml declares");
        } catch (UncheckedIOException | IllegalStateException e) {
            untold(
                    chronicle,
                    attempt,
                    "could-not-run",
                    String.valueOf(e.getMessage()),
                    "nothing is said about the recovery; mend this and run the drill again");
        }
        return Optional.empty();
    }

    private void untold(Chronicle chronicle, String attempt, String code, String message, String hint) {
        chronicle.record(
                attempt,
                new Event.Untold(
                        code,
                        message,
                        Optional.of(Scene.fileName(drill.file())),
                        drill.place().line(),
                        hint));
    }

    /** Runs on another thread, while the run itself finds its containers gone. */
    private void interrupted(Chronicle chronicle, String signal) {
        chronicle.seal(new Event.Interrupted(signal));
        try {
            engine.sweep(id::equals, observer::progress);
            engine.sweep(id::equals, observer::progress); // what was being made during the first
            Reports.write(directory);
            observer.reported(directory);
            leases.forget(new Leases.Dead(id, directory, false));
        } catch (IOException e) {
            observer.progress("the report could not be written: " + e.getMessage());
        } catch (EngineException e) {
            observer.progress(e.getMessage() + "; `blackstart clean` sweeps what is left");
        }
    }

    private void heard(Entry entry) {
        entries.add(entry);
        observer.entry(entry);
    }
}
