package dev.blackstart.environment.docker;

import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import dev.blackstart.clock.SideBySide;
import dev.blackstart.definition.Service;
import dev.blackstart.environment.Base;
import dev.blackstart.environment.Endpoint;
import dev.blackstart.environment.EngineException;
import dev.blackstart.environment.Replica;
import dev.blackstart.machine.Host;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Containers, networks and volumes of one attempt of one run. */
final class DockerReplica implements Replica {
    private static final Duration FILLING = Duration.ofMinutes(10);
    private static final Duration CLEANING = Duration.ofSeconds(60);

    private final ReplicaParts parts;
    private final Map<String, DockerHost> hosts = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> filled = new ConcurrentHashMap<>();
    private final LostMachines lost;

    DockerReplica(ReplicaParts parts) {
        this.parts = parts;
        this.lost = new LostMachines(parts);
    }

    @Override
    public Host host(String service) {
        return standing(service);
    }

    @Override
    public boolean stands(String service) {
        return hosts.containsKey(service);
    }

    @Override
    public Host order(String service) {
        return built(service, Optional.empty());
    }

    @Override
    public Host restore(String service, Base base) {
        return built(service, Optional.of(base.host(service)));
    }

    @Override
    public boolean restart(String service) {
        return parts.machines()
                .restart(
                        parts.layout().service(service),
                        standing(service).container(),
                        image(service),
                        Labels.of(parts.tag()));
    }

    @Override
    public Loss lose(String service) {
        DockerHost host = standing(service);
        hosts.remove(service, host);
        Service definition = parts.layout().service(service);
        lost.remember(definition, host.container());
        Map<Network, Duration> cut = SideBySide.map(parts.layout().on(definition, parts.made()), network -> {
            parts.networks().disconnect(host.container(), network);
            return parts.ticker().elapsed();
        });
        parts.machines().remove(host.container());
        // Only now: of machines that are lost side by side, the last one that goes takes what they shared.
        SideBySide.each(volumesOfNobodyElse(definition), this::removeVolume);
        return new Loss(Collections.min(cut.values()), parts.ticker().elapsed());
    }

    @Override
    public Traces look(Set<String> services) {
        return lost.look(services, this::stands);
    }

    @Override
    public InetSocketAddress address(String service, int port) {
        Endpoint endpoint = new Endpoint(service, port);
        return parts.witness()
                .orElseThrow(() -> new IllegalArgumentException("no endpoint was declared, and so not " + endpoint))
                .address(endpoint);
    }

    @Override
    public String shell(String service) {
        return "docker exec -it %s sh".formatted(Labels.name(parts.tag(), service));
    }

    @Override
    public void keep(Base base, Set<String> services) {
        SideBySide.each(
                services,
                service -> parts.machines().stop(service, standing(service).container()));
        Snapshot snapshot = new Snapshot(parts.api(), parts::keeps);
        SideBySide.each(
                services,
                service -> snapshot.keep(
                        parts.layout().service(service), standing(service).container(), base.host(service)));
    }

    @Override
    public List<String> proveIsolation() {
        return new IsolationProof(parts.api(), parts.exec(), parts.tag())
                .prove(parts.rules(), parts.removal().find(Labels.of(parts.tag())));
    }

    @Override
    public Remains remains() {
        return parts.removal().find(Labels.of(parts.tag())).count();
    }

    @Override
    public void close() {
        hosts.clear();
        parts.removal().remove(Labels.of(parts.tag()), CLEANING);
    }

    /** From its image alone, or with what a base kept in this tar file. */
    private Host built(String service, Optional<Path> kept) {
        if (stands(service)) {
            throw new IllegalStateException(service + " stands already");
        }
        Service definition = parts.layout().service(service);
        String image = image(service);
        String id = parts.machines()
                .create(new Machines.Blueprint(parts.tag(), definition, image, parts.made(), kept.isPresent()));
        try {
            kept.ifPresent(tar -> fill(definition, id, tar));
            parts.machines().start(definition, id, image, Labels.of(parts.tag()));
        } catch (RuntimeException e) {
            discard(id, definition, e);
            throw e;
        }
        DockerHost host = new DockerHost(service, id, parts.exec());
        hosts.put(service, host);
        return host;
    }

    private String image(String service) {
        return Optional.ofNullable(parts.images().get(service))
                .orElseThrow(() ->
                        new EngineException("there is no image of " + service, "Give it a `build:` in compose.yaml."));
    }

    /** Volumes that others fill have to be full, too, before the machine starts. */
    private void fill(Service service, String id, Path tar) {
        try {
            Archives.put(parts.api(), id, service.name(), tar, FILLING);
        } finally {
            filled(service.name()).countDown();
        }
        service.mounts().stream()
                .map(mount -> parts.keeper(mount.volume()))
                .flatMap(Optional::stream)
                .forEach(keeper -> await(filled(keeper)));
    }

    private CountDownLatch filled(String service) {
        return filled.computeIfAbsent(service, unused -> new CountDownLatch(1));
    }

    private static void await(CountDownLatch latch) {
        try {
            var ignored = latch.await(FILLING.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void discard(String id, Service definition, RuntimeException reason) {
        try {
            parts.machines().remove(id);
            volumesOfNobodyElse(definition).forEach(this::removeVolume);
        } catch (RuntimeException e) {
            reason.addSuppressed(e);
        }
    }

    private DockerHost standing(String service) {
        DockerHost host = hosts.get(service);
        if (host == null) {
            throw new IllegalStateException("no machine stands under the name " + service);
        }
        return host;
    }

    /** The volumes that no other machine which stands mounts. */
    private List<String> volumesOfNobodyElse(Service service) {
        return service.mounts().stream()
                .map(Service.Mount::volume)
                .filter(volume -> parts.mounting(volume)
                        .filter(other -> !other.equals(service.name()))
                        .noneMatch(this::stands))
                .map(volume -> Labels.name(parts.tag(), volume))
                .toList();
    }

    private void removeVolume(String name) {
        parts.api().call("remove a volume", docker -> {
            try {
                docker.removeVolumeCmd(name).exec();
                return true;
            } catch (NotFoundException | ConflictException e) {
                return false;
            }
        });
    }
}
