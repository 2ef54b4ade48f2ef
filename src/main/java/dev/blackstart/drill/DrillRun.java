package dev.blackstart.drill;

import dev.blackstart.clock.Ticker;
import dev.blackstart.commission.BaseSecrets;
import dev.blackstart.commission.Bases;
import dev.blackstart.commission.Commissioning;
import dev.blackstart.control.Control;
import dev.blackstart.definition.DocumentedSecret;
import dev.blackstart.definition.DrillDefinition;
import dev.blackstart.definition.Team;
import dev.blackstart.environment.Base;
import dev.blackstart.environment.Engine;
import dev.blackstart.environment.EngineException;
import dev.blackstart.environment.Replica;
import dev.blackstart.finding.Place;
import dev.blackstart.history.History;
import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Entry;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.Journal;
import dev.blackstart.journal.JournalException;
import dev.blackstart.journal.UntoldCode;
import dev.blackstart.observe.DiskWatch;
import dev.blackstart.observe.LedgerToken;
import dev.blackstart.report.Reports;
import dev.blackstart.run.FinishedRun;
import dev.blackstart.run.Interruption;
import dev.blackstart.run.Leases;
import dev.blackstart.run.RunId;
import dev.blackstart.run.UserDirectories;
import dev.blackstart.verdict.ControlResult;
import dev.blackstart.verdict.Judge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** Runs one drill for one team: plan, environment, baseline, disaster, recovery, verification, controls, report. */
public final class DrillRun {
    private static final String COMMISSION = "commission";

    private final DrillDefinition drill;
    private final Team team;
    private final RunOptions options;
    private final Engine engine;
    private final Leases leases;
    private final Relay observer;
    private final Ticker ticker;
    private final List<Entry> entries = new CopyOnWriteArrayList<>();
    private final Semaphore commissioning = new Semaphore(1);
    private final Bases bases = new Bases(UserDirectories.cache());
    private final Tidying tidying = new Tidying();
    private final String id;
    private final Path directory;

    /** @param ticker the one that the engine has too: all durations are differences of its readings */
    public DrillRun(
            DrillDefinition drill,
            Team team,
            RunOptions options,
            Engine engine,
            Ticker ticker,
            Leases leases,
            Relay observer) {
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
     * @param controls carries out those that follow from what the drill itself did
     * @throws IOException where journal or report cannot be written (any more); what the run made is removed all the same
     */
    public FinishedRun run(Controls controls) throws IOException {
        Files.createDirectories(directory);
        try (bases;
                Leases.Lease lease = leases.acquire(id, directory);
                Journal journal = Journal.open(directory, this::heard)) {
            Recorder recorder = new Recorder(journal, ticker);
            recorder.spare(drill.environment().names());
            Ending ending = new Ending(id, directory, engine, recorder, lease, commissioning, observer);
            FinishedRun finished;
            try (DiskWatch disk = new DiskWatch(engine::room, left -> fullDisk(ending, left));
                    Interruption interruption = Interruption.arm(ending::because)) {
                disk.start();
                recorder.record(
                        Entry.MAIN, new PlanEvent(drill, team, options).event(id, ticker.wall(), description()));
                try {
                    attempts(recorder, controls);
                } finally {
                    tidying.finish();
                }
                recorder.record(Entry.MAIN, new Event.RunEnded());
                finished = new FinishedRun(Reports.write(directory), directory);
                if (options.keep()) {
                    lease.keep();
                } else if (ending.nothingLeft()) {
                    lease.end();
                }
                interruption.disarm();
            }
            observer.reported(finished);
            return finished;
        } catch (JournalException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private void fullDisk(Ending ending, long left) {
        ending.because(
                "a disk that was nearly full",
                new Event.Untold(
                        UntoldCode.DISK_NEARLY_FULL,
                        "the engine's disk had %d MiB left, which is less than %d"
                                .formatted(left >> 20, DiskWatch.LEAST >> 20),
                        drill.place(),
                        "see what the step that ran then writes; `docker system prune` frees space"));
    }

    private String description() {
        try {
            return engine.description();
        } catch (EngineException e) {
            return "an engine that did not answer"; // the first thing that is asked of it says so, as a finding
        }
    }

    private void attempts(Recorder recorder, Controls controls) {
        Optional<RunContext> scene = mishaps(recorder).told(Entry.MAIN, () -> prepare(recorder));
        if (scene.isEmpty()) {
            return;
        }
        attempt(scene.get(), AttemptPlan.MAIN, team);
        if (options.quick() || Judge.ofMain(entries) != Verdict.PASSED) {
            return;
        }
        new ControlRounds(
                        entries,
                        owed(entries),
                        options.jobs(),
                        plan -> attempt(scene.get(), plan, team),
                        control ->
                                controls.carryOut(control.name(), place(control), () -> control(scene.get(), control)))
                .run();
    }

    /** List the controls that follow from what the drill itself did. */
    static List<Control> owed(List<Entry> entries) {
        History history = History.of(entries);
        return history.plan().map(plan -> Control.owed(plan, history.main())).orElse(List.of());
    }

    /** What a shared replica told of it; else, what a recovery of its own does. */
    private Optional<ControlResult> control(RunContext scene, Control control) {
        return result(control).or(() -> {
            AttemptPlan plan = AttemptPlan.of(control);
            attempt(scene, plan, plan.everybodyBack() ? team.everybodyBack() : team);
            return result(control);
        });
    }

    private Optional<ControlResult> result(Control control) {
        return Judge.judge(entries).controls().stream()
                .filter(result -> result.control().equals(control))
                .findFirst();
    }

    /** What a control is about, for whoever looks for it. */
    private Place place(Control control) {
        return control.secret()
                .flatMap(secret -> Optional.ofNullable(
                        drill.environment().inventory().secrets().get(secret)))
                .map(DocumentedSecret::place)
                .orElse(drill.place());
    }

    /** Images and the commissioned base, both from the last time where nothing changed. */
    private RunContext prepare(Recorder recorder) {
        Map<String, String> images = engine.build(drill.environment(), observer::progress);
        Base base = commissioned(recorder, images);
        BaseSecrets secrets = BaseSecrets.of(base);
        recorder.hide(secrets.all());
        secrets.mustHoldAll(drill.environment().inventory());
        new PublicPlaces(secrets.all())
                .all(drill.environment().directory(), base)
                .forEach(shown -> recorder.record(Entry.MAIN, shown));
        return new RunContext(
                drill,
                new Arrangement(drill.environment(), base, secrets.documented()),
                secrets,
                recorder,
                ticker,
                LedgerToken.of(new Random(options.seed()).nextInt()),
                options.seed(),
                new ConcurrentHashMap<>());
    }

    private Base commissioned(Recorder recorder, Map<String, String> images) {
        commissioning.acquireUninterruptibly();
        try {
            return bases.of(drill.environment(), images, unfinished -> commission(recorder, unfinished));
        } finally {
            commissioning.release();
        }
    }

    private Path commission(Recorder recorder, Path unfinished) {
        observer.progress("commissioning " + drill.environment().name() + ", once");
        return new Commissioning(engine, drill.environment(), recorder.of(COMMISSION), recorder::hide, left(recorder))
                .into(unfinished, new Engine.Tag(id, COMMISSION))
                .directory();
    }

    /** What is done with the machines of a commissioning that failed. */
    private Consumer<Replica> left(Recorder recorder) {
        return replica -> {
            if (!options.keep()) {
                replica.close();
                return;
            }
            Replica.Remains remains = replica.remains();
            recorder.record(
                    Entry.MAIN, new Event.CleanedUp(remains.containers(), remains.networks(), remains.volumes(), true));
        };
    }

    private void attempt(RunContext scene, AttemptPlan plan, Team people) {
        Recorder recorder = scene.recorder();
        recorder.record(
                plan.name(),
                new Event.AttemptStarted(
                        plan.mark(),
                        plan.control().flatMap(Control::secret),
                        plan.control().flatMap(Control::step)));
        Meter meter = new Meter(ticker);
        Mishaps mishaps = mishaps(recorder);
        Optional<Replica> opened = mishaps.told(
                plan.name(),
                () -> meter.spend(
                        Meter.Kind.ENGINE,
                        () -> engine.open(
                                drill.environment(), new Engine.Tag(id, plan.name()), Doors.endpoints(drill))));
        opened.ifPresent(replica -> {
            try {
                mishaps.told(plan.name(), () -> {
                    Attempt.commissioned(new AttemptContext(scene, replica, people, plan, meter))
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
            mishaps(recorder)
                    .untold(
                            plan.name(),
                            UntoldCode.NOT_CLEANED_UP,
                            "what this run made may still be in the engine: " + e.getMessage(),
                            "once the engine answers, `blackstart clean` removes it");
        }
    }

    private Mishaps mishaps(Recorder recorder) {
        return new Mishaps(recorder, drill.place());
    }

    private void heard(Entry entry) {
        entries.add(entry);
        observer.entry(entry);
    }
}
