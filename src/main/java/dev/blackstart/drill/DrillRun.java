package dev.blackstart.drill;

import dev.blackstart.clock.Ticker;
import dev.blackstart.control.Control;
import dev.blackstart.definition.DocumentedSecret;
import dev.blackstart.definition.DrillDefinition;
import dev.blackstart.definition.Team;
import dev.blackstart.environment.Engine;
import dev.blackstart.environment.EngineException;
import dev.blackstart.finding.Place;
import dev.blackstart.history.History;
import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Entry;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.Journal;
import dev.blackstart.journal.JournalException;
import dev.blackstart.journal.UntoldCode;
import dev.blackstart.observe.DiskWatch;
import dev.blackstart.report.Reports;
import dev.blackstart.run.FinishedRun;
import dev.blackstart.run.Interruption;
import dev.blackstart.run.Leases;
import dev.blackstart.run.RunId;
import dev.blackstart.verdict.ControlResult;
import dev.blackstart.verdict.Judge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs one drill for one team: plan, environment, baseline, disaster, recovery, verification, controls, report. */
public final class DrillRun {
    private final DrillDefinition drill;
    private final Team team;
    private final RunOptions options;
    private final Engine engine;
    private final Leases leases;
    private final Relay observer;
    private final Ticker ticker;
    private final List<Entry> entries = new CopyOnWriteArrayList<>();
    private final Preparation preparation;
    private final Attempts attempts;
    private final String id;
    private final Path directory;
    private @Nullable StageDoors stage;

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
        this.preparation = new Preparation(id, drill, options, engine, ticker, observer);
        this.attempts = new Attempts(id, drill, options, engine, ticker);
    }

    /**
     * Run, and write the report.
     *
     * @param controls carries out those that follow from what the drill itself did
     * @throws IOException where journal or report cannot be written (any more); what the run made is removed all the same
     */
    public FinishedRun run(Controls controls) throws IOException {
        FinishedRun finished = run(
                recorder -> attempts(recorder, controls), () -> new FinishedRun(Reports.write(directory), directory));
        observer.reported(finished);
        return finished;
    }

    /**
     * Do one damage after the other, each to a replica of its own in which nobody recovers, and write down who sees it.
     *
     * @param damages by their names, each as a drill that does nothing else
     * @return where the journal lies
     */
    public Path look(Map<String, DrillDefinition> damages) throws IOException {
        return run(recorder -> looks(recorder, damages), () -> directory);
    }

    /**
     * Bring a replica up, see that it is in service, and leave it so, until its lease is swept as a stage.
     *
     * @return how one reaches it; empty where it did not come up, and is left for a look as one that was kept
     */
    public Optional<StageDoors> stage() throws IOException {
        return run(this::staged, () -> Optional.ofNullable(stage));
    }

    private void staged(Recorder recorder) {
        new Mishaps(recorder, drill.place())
                .told(Entry.MAIN, () -> preparation.of(recorder))
                .ifPresent(scene -> attempts.carryOut(
                        scene,
                        AttemptPlan.MAIN,
                        team.everybodyBack(),
                        context -> Attempt.staged(context, () -> {
                            stage = StageDoors.of(id, drill, context.replica());
                            return true;
                        })));
    }

    /** What is made of a journal once all is in it. */
    private interface Last<T> {
        T written() throws IOException;
    }

    private <T> T run(Consumer<Recorder> work, Last<T> last) throws IOException {
        Files.createDirectories(directory);
        try (preparation;
                Leases.Lease lease = leases.acquire(id, directory);
                Journal journal = Journal.open(directory, this::heard)) {
            Recorder recorder = new Recorder(journal, ticker);
            recorder.spare(drill.environment().names());
            Ending ending = new Ending(id, directory, engine, recorder, lease, preparation.commissioning(), observer);
            T made;
            try (DiskWatch disk = new DiskWatch(engine::room, left -> fullDisk(ending, left));
                    Interruption interruption = Interruption.arm(ending::because)) {
                disk.start();
                recorder.record(
                        Entry.MAIN, new PlanEvent(drill, team, options).event(id, ticker.wall(), description()));
                try {
                    work.accept(recorder);
                } finally {
                    attempts.finish();
                }
                recorder.record(Entry.MAIN, new Event.RunEnded());
                made = last.written();
                if (stage != null) {
                    lease.stage(drill.environment().name());
                } else if (options.keep()) {
                    lease.keep();
                } else if (ending.nothingLeft()) {
                    lease.end();
                }
                interruption.disarm();
            }
            return made;
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

    private void looks(Recorder recorder, Map<String, DrillDefinition> damages) {
        new Mishaps(recorder, drill.place())
                .told(Entry.MAIN, () -> preparation.of(recorder))
                .ifPresent(scene -> damages.forEach((name, damage) ->
                        attempts.carryOut(scene.with(damage), AttemptPlan.looking(name), team, Attempt::lookedAt)));
    }

    private void attempts(Recorder recorder, Controls controls) {
        Optional<RunContext> scene =
                new Mishaps(recorder, drill.place()).told(Entry.MAIN, () -> preparation.of(recorder));
        if (scene.isEmpty()) {
            return;
        }
        attempts.carryOut(scene.get(), AttemptPlan.MAIN, team);
        if (options.quick() || Judge.ofMain(entries) != Verdict.PASSED) {
            return;
        }
        new ControlRounds(
                        entries,
                        owed(entries),
                        options.jobs(),
                        plan -> attempts.carryOut(scene.get(), plan, team),
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
            AttemptPlan plan =
                    AttemptPlan.of(control, Patience.asIn(History.of(entries).main()));
            attempts.carryOut(scene, plan, plan.everybodyBack() ? team.everybodyBack() : team);
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

    private void heard(Entry entry) {
        entries.add(entry);
        observer.entry(entry);
    }
}
