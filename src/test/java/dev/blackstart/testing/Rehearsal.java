package dev.blackstart.testing;

import dev.blackstart.access.DrillTeams;
import dev.blackstart.control.Control;
import dev.blackstart.control.Proof;
import dev.blackstart.definition.DrillDefinition;
import dev.blackstart.drill.DrillRun;
import dev.blackstart.drill.Observer;
import dev.blackstart.drill.Relay;
import dev.blackstart.drill.RunOptions;
import dev.blackstart.drill.StageDoors;
import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Entry;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.Journal;
import dev.blackstart.run.FinishedRun;
import dev.blackstart.run.Leases;
import dev.blackstart.verdict.ControlResult;
import dev.blackstart.verdict.Judge;
import dev.blackstart.verdict.Judgement;
import dev.blackstart.verdict.SecretResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A drill of the {@link Kiosk}, run from its plan to its report on a {@link FakeEngine}, in the home of nobody. */
public final class Rehearsal {
    private static final Duration NOTICED_WITHIN = Duration.ofSeconds(10);

    private final Kiosk kiosk;
    private final SkippingTicker ticker = new SkippingTicker();
    private final KioskMachines machines = new KioskMachines(ticker);
    private final FakeEngine engine = new FakeEngine(ticker, machines);
    private final Map<String, CountDownLatch> noticed = new ConcurrentHashMap<>();
    private boolean quick;
    private boolean keep;
    private boolean proveSteps;
    private long seed = 1;
    private int team;

    private Rehearsal(Kiosk kiosk) {
        this.kiosk = kiosk;
        ticker.inLongWaits(machines::awaitOrders);
        engine.whileRemoving(replica -> awaitNoticed(replica.attempt()));
    }

    /** @param kiosk whose files may still be changed */
    public static Rehearsal of(Kiosk kiosk) {
        return new Rehearsal(kiosk);
    }

    public Kiosk kiosk() {
        return kiosk;
    }

    public SkippingTicker ticker() {
        return ticker;
    }

    public KioskMachines machines() {
        return machines;
    }

    public FakeEngine engine() {
        return engine;
    }

    /** Leave the controls out. */
    public Rehearsal quick() {
        quick = true;
        return this;
    }

    /** Leave each step out in turn. */
    public Rehearsal provingSteps() {
        proveSteps = true;
        return this;
    }

    /** Leave the replica up. */
    public Rehearsal keep() {
        keep = true;
        return this;
    }

    /** Run a drill with another team than its first, counted from 0. */
    public Rehearsal team(int number) {
        team = number;
        return this;
    }

    public Rehearsal seed(long seed) {
        this.seed = seed;
        return this;
    }

    /** A lost machine is not gone before somebody had the time to see that it is away, however busy this machine is. */
    private void awaitNoticed(String attempt) {
        try {
            if (!noticed(attempt).await(NOTICED_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("no probe noticed that a machine is lost");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private CountDownLatch noticed(String attempt) {
        return noticed.computeIfAbsent(attempt, unused -> new CountDownLatch(1));
    }

    /** The runs of which a lease is left. */
    public List<String> leases() throws IOException {
        try (Stream<Path> files = Files.list(kiosk.directory().resolve("home/.local/state/blackstart/runs"))) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    /**
     * What a run came to.
     *
     * @param heard what its observer heard, in order, but for entries
     */
    public record Result(Path directory, List<Entry> entries, Judgement judgement, List<String> heard) {
        public Verdict verdict() {
            return judgement.verdict();
        }

        public List<String> codes() {
            return judgement.findings().stream()
                    .map(finding -> finding.code().word())
                    .toList();
        }

        public ControlResult control(String name) {
            return judgement.controls().stream()
                    .filter(result -> result.control().name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no control \"" + name + "\": " + judgement.findings()));
        }

        /** What was tried of a control at a step. */
        public Event.TrialEnded trial(String name) {
            return entries.stream()
                    .map(Entry::event)
                    .filter(Event.TrialEnded.class::isInstance)
                    .map(Event.TrialEnded.class::cast)
                    .filter(trial -> Control.of(trial)
                            .filter(one -> one.name().equals(name))
                            .isPresent())
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("nobody tried \"" + name + "\""));
        }

        public Proof proof(String secret) {
            return judgement.secrets().stream()
                    .filter(result -> result.name().equals(secret))
                    .map(SecretResult::proof)
                    .findFirst()
                    .orElseThrow();
        }

        /** Every event of a kind in one attempt. */
        public <E extends Event> List<E> events(String attempt, Class<E> kind) {
            return entries.stream()
                    .filter(entry -> entry.attempt().equals(attempt))
                    .map(Entry::event)
                    .filter(kind::isInstance)
                    .map(kind::cast)
                    .toList();
        }

        public <E extends Event> List<E> events(Class<E> kind) {
            return events(Entry.MAIN, kind);
        }
    }

    /** Run a drill with one of the teams that it is run with: the first. */
    public Result run(String drill) throws IOException {
        List<String> heard = new CopyOnWriteArrayList<>();
        Path directory = begun(
                kiosk.drill(Path.of(drill)),
                heard,
                run -> run.run((name, place, control) -> control(name, control, heard))
                        .directory());
        List<Entry> entries = Journal.read(directory);
        return new Result(directory, entries, Judge.judge(entries), heard);
    }

    /** Do damages to what a drill's environment holds, in which nobody recovers; gives the journal. */
    public List<Entry> look(String drill, Map<String, DrillDefinition> damages) throws IOException {
        return Journal.read(begun(kiosk.drill(Path.of(drill)), new CopyOnWriteArrayList<>(), run -> run.look(damages)));
    }

    /** Bring up a stage of a drill's environment, which is seen to be in service by the drill's probes. */
    public Optional<StageDoors> stage(String drill) throws IOException {
        keep = true;
        DrillDefinition definition = kiosk.drill(Path.of(drill));
        List<StageDoors> doors = new CopyOnWriteArrayList<>();
        begun(definition.staged(definition.steadyState()), new CopyOnWriteArrayList<>(), run -> {
            run.stage().ifPresent(doors::add);
            return kiosk.directory();
        });
        return doors.stream().findFirst();
    }

    private interface Carried {
        Path out(DrillRun run) throws IOException;
    }

    private Path begun(DrillDefinition definition, List<String> heard, Carried carried) throws IOException {
        String home = System.setProperty(
                "user.home", kiosk.directory().resolve("home").toString());
        try (engine;
                Relay relay = new Relay(new Listener(heard, this::noticed))) {
            Path directory = carried.out(new DrillRun(
                    definition,
                    DrillTeams.of(definition).get(team),
                    new RunOptions(kiosk.directory().resolve("reports"), quick, keep, seed, 2, proveSteps),
                    engine,
                    ticker,
                    Leases.ofThisUser(),
                    relay));
            relay.settle();
            if (!engine.surprises().isEmpty()) {
                throw new AssertionError(String.join("\n", engine.surprises()));
            }
            return directory;
        } finally {
            System.setProperty("user.home", Objects.requireNonNull(home));
        }
    }

    /** Carries controls out, and hears of them. */
    private static void control(String name, Supplier<Optional<ControlResult>> control, List<String> heard) {
        heard.add("begun: " + name);
        heard.add(control.get().map(result -> "ended: " + name).orElse("lost: " + name));
    }

    private record Listener(List<String> heard, Function<String, CountDownLatch> noticed) implements Observer {
        @Override
        public void entry(Entry entry) {
            if (entry.event() instanceof Event.ProbeTurned turned && !turned.up()) {
                noticed.apply(entry.attempt()).countDown();
            }
        }

        @Override
        public void progress(String line) {
            heard.add(line);
        }

        @Override
        public void reported(FinishedRun run) {
            heard.add("reported: " + run.directory().getFileName());
        }
    }
}
