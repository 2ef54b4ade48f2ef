package dev.blackstart.environment.docker;

import dev.blackstart.clock.SideBySide;
import dev.blackstart.clock.Ticker;
import dev.blackstart.definition.EnvironmentDefinition;
import dev.blackstart.environment.Endpoint;
import dev.blackstart.environment.Engine;
import dev.blackstart.environment.EngineException;
import dev.blackstart.environment.Replica;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Any engine that speaks Docker's API. */
public final class DockerEngine implements Engine {
    private static final Duration CLEANING = Duration.ofSeconds(60);

    private final Api api;
    private final Ticker ticker;
    private final Images images;
    private final Mmdebstrap mmdebstrap;
    private final BaseImage base;
    private final Map<Path, Built> built = new ConcurrentHashMap<>();
    private final AtomicReference<String> root = new AtomicReference<>("");

    private DockerEngine(Api api, Ticker ticker, Path cache) {
        Map<String, String> environment = System.getenv();
        Path home = Path.of(System.getProperty("user.home"));
        RegistryLogins logins = new RegistryLogins(environment, home);
        this.api = api;
        this.ticker = ticker;
        this.images = new Images(api, logins);
        this.mmdebstrap = new Mmdebstrap(environment.getOrDefault("PATH", ""));
        this.base = new BaseImage(
                api, images, logins, mmdebstrap, cache.resolve("base.lock"), BaseImage.Names.of(environment, home));
    }

    /**
     * Connect to the engine that {@link EngineSearch} finds.
     *
     * @param ticker the one clock of whoever runs drills on it
     * @param cache of this user: who makes a base image there, locks it there
     * @throws dev.blackstart.environment.EngineException if none answers
     */
    public static DockerEngine connect(Ticker ticker, Path cache) {
        return at(EngineSearch.ofThisUser().find(), ticker, cache);
    }

    static DockerEngine at(EngineAddress address, Ticker ticker, Path cache) {
        return new DockerEngine(Api.connect(address), ticker, cache);
    }

    /** What {@link #build} made: images by service, and how systemd runs on them. */
    private record Built(Map<String, String> images, String witness, SystemdSettings systemd) {}

    @Override
    public Facts facts() {
        return new Inquiry(api, base, mmdebstrap).facts();
    }

    @Override
    public OptionalLong room() {
        return Inquiry.room(root.updateAndGet(known -> known.isEmpty() ? whereItKeepsThings() : known));
    }

    /** Where an engine answers nothing, somebody else finds out. */
    private String whereItKeepsThings() {
        try {
            return api.address().local()
                    ? api.call(
                            "describe itself",
                            docker -> Inquiry.root(docker.infoCmd().exec()))
                    : "";
        } catch (EngineException e) {
            return "";
        }
    }

    @Override
    public String description() {
        return api.call("tell its version", docker -> {
            var version = docker.versionCmd().exec();
            return "Docker-compatible engine %s, API %s".formatted(version.getVersion(), version.getApiVersion());
        });
    }

    @Override
    public Map<String, String> build(EnvironmentDefinition environment, Consumer<String> progress) {
        Built made = made(environment, line -> {
            synchronized (progress) {
                progress.accept(line);
            }
        });
        built.put(environment.directory(), made);
        return made.images();
    }

    @Override
    public Replica open(EnvironmentDefinition environment, Tag tag, Set<Endpoint> endpoints) {
        Built with = built.computeIfAbsent(environment.directory(), directory -> made(environment, line -> {}));
        Layout layout = new Layout(environment);
        Networks networks =
                new Networks(api, Subnets.ofThisMachine(), with.systemd() instanceof SystemdSettings.Podman);
        Exec exec = new Exec(api, ticker);
        try {
            return opened(environment, tag, endpoints, with, layout, networks, exec);
        } catch (RuntimeException e) {
            forget(tag, e);
            throw e;
        }
    }

    @Override
    public Set<String> sweep(Owners owners, Consumer<String> progress) {
        return new Sweep(api, ticker).sweep(owners, progress);
    }

    @Override
    public List<String> images() {
        return EnvironmentImages.left(api);
    }

    @Override
    public Replica.Remains abandon(String run) {
        api.gate().close(run, Api.QUICK, ticker);
        return new Removal(api, ticker).remove(Map.of(Labels.RUN, run), CLEANING);
    }

    @Override
    public void close() {
        api.close();
    }

    private Replica opened(
            EnvironmentDefinition environment,
            Tag tag,
            Set<Endpoint> endpoints,
            Built with,
            Layout layout,
            Networks networks,
            Exec exec) {
        Set<String> names = new TreeSet<>(layout.networks());
        Map<String, Network> made = SideBySide.map(names, name -> networks.internal(tag, name));
        Optional<Witness> witness = Optional.empty();
        if (!endpoints.isEmpty()) {
            Map<Endpoint, String> backends = new LinkedHashMap<>();
            endpoints.stream()
                    .sorted(Comparator.comparing(Endpoint::toString))
                    .forEach(endpoint -> backends.put(endpoint, layout.backend(endpoint, made)));
            Network outer = networks.published(tag, Witness.SERVICE);
            witness = Optional.of(
                    Witness.start(api, exec, networks, tag, with.witness(), outer, made.values(), backends));
        }
        Machines machines = new Machines(api, exec, with.systemd(), networks, layout);
        return new DockerReplica(new ReplicaParts(
                api,
                exec,
                ticker,
                environment,
                tag,
                with.images(),
                with.systemd(),
                machines,
                networks,
                layout,
                made,
                witness));
    }

    private void forget(Tag tag, RuntimeException reason) {
        try {
            new Removal(api, ticker).remove(Labels.of(tag), CLEANING);
        } catch (RuntimeException e) {
            reason.addSuppressed(e);
        }
    }

    private Built made(EnvironmentDefinition environment, Consumer<String> progress) {
        String name = base.ensure(progress);
        String id = images.find(name).orElseThrow();
        EnvironmentImages all = new EnvironmentImages(images, name, id, progress);
        return new Built(all.ofServices(environment), all.witness(), SystemdDetection.detect(api, name));
    }
}
