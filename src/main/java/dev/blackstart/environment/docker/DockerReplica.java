package dev.blackstart.environment.docker;

import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import dev.blackstart.clock.Ticker;
import dev.blackstart.definition.EnvironmentDefinition;
import dev.blackstart.definition.Service;
import dev.blackstart.environment.Base;
import dev.blackstart.environment.Endpoint;
import dev.blackstart.environment.Engine.Tag;
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
import java.util.stream.Collectors;

/** Containers, networks and volumes of one attempt of one run. */
final class DockerReplica implements Replica {
    private static final Duration FILLING = Duration.ofMinutes(10);
    private static final Duration CLEANING = Duration.ofSeconds(60);

    private final Api api;
    private final Exec exec;
    private final Ticker ticker;
    private final EnvironmentDefinition environment;
    private final Tag tag;
    private final Map<String, String> images;
    private final SystemdSettings systemd;
    private final Machines machines;
    private final Networks networks;
    private final Layout layout;
    private final Map<String, Network> made;
    private final Optional<Witness> witness;
    private final Map<String, DockerHost> hosts = new ConcurrentHashMap<>();

    DockerReplica(
            Api api,
            Exec exec,
            Ticker ticker,
            EnvironmentDefinition environment,
            Tag tag,
            Map<String, String> images,
            SystemdSettings systemd,
            Machines machines,
            Networks networks,
            Layout layout,
            Map<String, Network> made,
            Optional<Witness> witness) {
        this.api = api;
        this.exec = exec;
        this.ticker = ticker;
        this.environment = environment;
        this.tag = tag;
        this.images = images;
        this.systemd = systemd;
        this.machines = machines;
        this.networks = networks;
        this.layout = layout;
        this.made = made;
        this.witness = witness;
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
    public Loss lose(String service) {
        DockerHost host = standing(service);
        hosts.remove(service, host);
        Service definition = layout.service(service);
        Map<Network, Duration> cut = api.parallel().map(layout.on(definition, made), network -> {
            networks.disconnect(host.container(), network);
            return ticker.elapsed();
        });
        machines.remove(host.container());
        api.parallel().each(ownVolumes(definition), this::removeVolume);
        return new Loss(Collections.min(cut.values()), ticker.elapsed());
    }

    @Override
    public InetSocketAddress address(String service, int port) {
        Endpoint endpoint = new Endpoint(service, port);
        return witness.orElseThrow(
                        () -> new IllegalArgumentException("no endpoint was declared, and so not " + endpoint))
                .address(endpoint);
    }

    @Override
    public void keep(Base base, Set<String> services) {
        api.parallel()
                .each(
                        services,
                        service -> machines.stop(service, standing(service).container()));
        Snapshot snapshot = new Snapshot(api);
        api.parallel()
                .each(
                        services,
                        service -> snapshot.keep(
                                layout.service(service), standing(service).container(), base.host(service)));
    }

    @Override
    public List<String> proveIsolation() {
        IsolationRules rules = new IsolationRules(
                environment.volumes().stream()
                        .map(volume -> Labels.name(tag, volume))
                        .collect(Collectors.toSet()),
                systemd,
                EngineAddress.remote(api.address()));
        return new IsolationProof(api, exec, tag).prove(rules, new Removal(api, ticker).find(Labels.of(tag)));
    }

    @Override
    public Remains remains() {
        return new Removal(api, ticker).find(Labels.of(tag)).count();
    }

    @Override
    public void close() {
        hosts.clear();
        new Removal(api, ticker).remove(Labels.of(tag), CLEANING);
    }

    /** From its image alone, or with what a base kept in this tar file. */
    private Host built(String service, Optional<Path> kept) {
        if (stands(service)) {
            throw new IllegalStateException(service + " stands already");
        }
        Service definition = layout.service(service);
        String image = images.get(service);
        if (image == null) {
            throw new EngineException("there is no image of " + service, "Give it a `build:` in compose.yaml.");
        }
        String id = machines.create(new Machines.Blueprint(tag, definition, image, made, kept.isPresent()));
        try {
            kept.ifPresent(tar -> Archives.put(api, id, service, tar, FILLING));
            machines.start(definition, id, image, Labels.of(tag));
        } catch (RuntimeException e) {
            discard(id, definition, e);
            throw e;
        }
        DockerHost host = new DockerHost(service, id, exec);
        hosts.put(service, host);
        return host;
    }

    private void discard(String id, Service definition, RuntimeException reason) {
        try {
            machines.remove(id);
            ownVolumes(definition).forEach(this::removeVolume);
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

    /** The volumes that no other service mounts. */
    private List<String> ownVolumes(Service service) {
        return service.mounts().stream()
                .map(Service.Mount::volume)
                .filter(volume -> environment.services().values().stream()
                        .filter(other -> !other.name().equals(service.name()))
                        .noneMatch(other -> other.mounts().stream()
                                .anyMatch(mount -> mount.volume().equals(volume))))
                .map(volume -> Labels.name(tag, volume))
                .toList();
    }

    private void removeVolume(String name) {
        api.call("remove a volume", docker -> {
            try {
                docker.removeVolumeCmd(name).exec();
                return true;
            } catch (NotFoundException | ConflictException e) {
                return false;
            }
        });
    }
}
