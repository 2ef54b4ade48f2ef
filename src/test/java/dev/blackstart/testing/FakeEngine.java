package dev.blackstart.testing;

import dev.blackstart.clock.Ticker;
import dev.blackstart.definition.EnvironmentDefinition;
import dev.blackstart.environment.Endpoint;
import dev.blackstart.environment.Engine;
import dev.blackstart.environment.EngineException;
import dev.blackstart.environment.Replica;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An engine whose machines are {@linkplain FakeHost fake}. It can die at any moment: from then on each call that needs
 * it throws, as of a real one.
 */
public final class FakeEngine implements Engine {
    private final Ticker ticker;
    private final BiConsumer<FakeReplica, FakeHost> images;
    private final List<Program> everywhere = new CopyOnWriteArrayList<>();
    private final List<FakeReplica> opened = new CopyOnWriteArrayList<>();
    private final List<String> done = new CopyOnWriteArrayList<>();
    private final Map<String, Runnable> before = new ConcurrentHashMap<>();
    private final Set<String> abandoned = ConcurrentHashMap.newKeySet();
    private volatile Replica.Remains remains = new Replica.Remains(0, 0, 0);
    private volatile List<String> waysOut = List.of();
    private volatile List<String> outliving = List.of();
    private volatile SortedMap<String, Set<String>> shared = new TreeMap<>();
    private volatile Set<String> stuck = Set.of();
    private volatile Consumer<FakeReplica> removal = replica -> {};
    private volatile long room = Long.MAX_VALUE;
    private volatile boolean dead;

    /** @param images teaches a new machine, by its name, what its image holds */
    public FakeEngine(Ticker ticker, BiConsumer<FakeReplica, FakeHost> images) {
        this.ticker = ticker;
        this.images = images;
    }

    /** Teach every machine that comes a program, which is asked before all others. */
    public FakeEngine everywhere(Program program) {
        everywhere.add(program);
        return this;
    }

    /**
     * Let something happen before each thing of this name is done: {@code describe}, {@code build}, {@code open},
     * {@code order db}, {@code restore db}, {@code restart db}, {@code prove isolation}, {@code lose db}, {@code keep}, {@code close},
     * {@code look for what was lost}, {@code look for remains}, {@code sweep}, {@code abandon}; of one attempt only with its name before it:
     * {@code main: lose db}. What it throws is thrown there.
     */
    public FakeEngine before(String doing, Runnable happens) {
        before.put(doing, happens);
        return this;
    }

    /** Die before something is done: see {@link #before}. */
    public FakeEngine diesBefore(String doing) {
        return before(doing, this::die);
    }

    /** Die now. */
    public void die() {
        dead = true;
    }

    /** Have something lead out of each replica. */
    public FakeEngine leadingOut(String... ways) {
        waysOut = List.of(ways);
        return this;
    }

    /** Still have something of machines that were lost. */
    public FakeEngine outliving(String... things) {
        outliving = List.of(things);
        return this;
    }

    /** Still have a volume of a machine that was lost, as another one mounts it too. */
    public FakeEngine sharing(String volume, String machine) {
        shared = new TreeMap<>(Map.of(volume, Set.of(machine)));
        return this;
    }

    Replica.Traces traces(Set<String> lost) {
        return new Replica.Traces(
                lost.stream().sorted().map(host -> "the container of " + host).toList(), outliving, shared);
    }

    /** Leave something behind where all should be gone. */
    public FakeEngine leaving(Replica.Remains left) {
        remains = left;
        return this;
    }

    /** Have something of these runs that cannot be swept. */
    public FakeEngine stuckWith(String... runs) {
        stuck = Set.of(runs);
        return this;
    }

    /** Let something happen each time while a machine is removed that is lost: its doors are shut already. */
    public FakeEngine whileRemoving(Consumer<FakeReplica> happens) {
        removal = happens;
        return this;
    }

    void removing(FakeReplica replica) {
        removal.accept(replica);
    }

    void alive() {
        if (dead) {
            throw new EngineException("the engine does not answer", "start it again");
        }
    }

    void doing(String what, FakeReplica replica) {
        did(what, replica.attempt() + ": " + what);
    }

    private void did(String what, String told) {
        done.add(told);
        Stream.of(what, told)
                .distinct()
                .flatMap(name -> Optional.ofNullable(before.get(name)).stream())
                .forEach(Runnable::run);
        alive();
    }

    void install(FakeReplica replica, FakeHost host) {
        images.accept(replica, host);
        everywhere.forEach(host::runs);
    }

    List<String> waysOut() {
        return waysOut;
    }

    Replica.Remains remains() {
        return remains;
    }

    @Override
    public Facts facts() {
        alive();
        return new Facts("Fake", "1.0", "1.41", "v2", "", 1L << 40, 1L << 33, 2, true, List.of());
    }

    /** Have so many bytes left from now on. */
    public void hasRoomFor(long bytes) {
        room = bytes;
    }

    @Override
    public OptionalLong room() {
        return OptionalLong.of(room);
    }

    @Override
    public String description() {
        did("describe", "describe");
        return "Fake 1.0";
    }

    @Override
    public Map<String, String> build(EnvironmentDefinition environment, Consumer<String> progress) {
        did("build", "build");
        progress.accept("built " + environment.name());
        return environment.services().keySet().stream()
                .collect(Collectors.toMap(service -> service, service -> "an image of " + service));
    }

    @Override
    public FakeReplica open(EnvironmentDefinition environment, Tag tag, Set<Endpoint> endpoints) {
        did("open", tag.attempt() + ": open");
        FakeReplica replica = new FakeReplica(this, tag, ticker, endpoints);
        opened.add(replica);
        return replica;
    }

    @Override
    public Set<String> sweep(Owners owners, Consumer<String> progress) {
        did("sweep", "sweep");
        Set<String> left = new HashSet<>(stuck);
        left.removeIf(run -> !owners.dead(run));
        left.forEach(run -> progress.accept("something of " + run + " cannot be removed"));
        return left;
    }

    @Override
    public List<String> images() {
        return List.of("blackstart/kiosk-db:1 (1 MB)");
    }

    @Override
    public Replica.Remains abandon(String run) {
        did("abandon", "abandon");
        abandoned.add(run);
        return remains;
    }

    @Override
    public void close() {
        opened.forEach(FakeReplica::shut);
    }

    /** What was done, in order, each with its attempt: {@code main: lose db}. */
    public List<String> done() {
        return List.copyOf(done);
    }

    public List<FakeReplica> opened() {
        return List.copyOf(opened);
    }

    /** The runs that were ended from outside, or asked whether anything is left of them. */
    public Set<String> abandoned() {
        return Set.copyOf(abandoned);
    }

    /** What was run on any machine that nobody taught it. */
    public List<String> surprises() {
        return opened.stream()
                .flatMap(replica -> replica.ever().stream())
                .flatMap(host -> host.surprises().stream())
                .distinct()
                .toList();
    }
}
