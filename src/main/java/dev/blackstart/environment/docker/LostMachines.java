package dev.blackstart.environment.docker;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.NotFoundException;
import dev.blackstart.definition.Service;
import dev.blackstart.environment.Replica.Traces;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Remembers what machines had before they were lost, as the engine said then, and looks for it afterwards. */
final class LostMachines {
    private final ReplicaParts parts;
    private final Map<String, Had> lost = new ConcurrentHashMap<>();

    LostMachines(ReplicaParts parts) {
        this.parts = parts;
    }

    /** @param volumes what it could write to, by the engine's names */
    private record Had(String container, List<Volume> volumes) {}

    /** @param name the one of {@code compose.yaml}; empty: the image declares it */
    private record Volume(String id, Optional<String> name, String path) {
        String shown() {
            return name.map(declared -> "the volume " + declared).orElse("the image's volume at " + path);
        }
    }

    void remember(Service service, String container) {
        List<Volume> volumes = parts.api().call("inspect " + service.name(), docker -> {
            var mounts = docker.inspectContainerCmd(container).exec().getMounts();
            return mounts == null
                    ? List.of()
                    : mounts.stream()
                            .filter(mount -> mount.getName() != null && !Boolean.FALSE.equals(mount.getRW()))
                            .map(mount -> volume(service, mount))
                            .toList();
        });
        lost.put(service.name(), new Had(container, volumes));
    }

    private Volume volume(Service service, InspectContainerResponse.Mount mount) {
        String id = Objects.requireNonNull(mount.getName());
        Optional<String> declared = service.mounts().stream()
                .map(Service.Mount::volume)
                .filter(volume -> Labels.name(parts.tag(), volume).equals(id))
                .findFirst();
        return new Volume(id, declared, String.valueOf(mount.getDestination()));
    }

    Traces look(Set<String> services, Predicate<String> stands) {
        List<String> gone = new ArrayList<>();
        List<String> left = new ArrayList<>();
        SortedMap<String, Set<String>> shared = new TreeMap<>();
        Map<String, Set<String>> attached = attached();
        for (String service : new TreeSet<>(services)) {
            Had had = Objects.requireNonNull(lost.get(service), service);
            (exists(had.container()) ? left : gone).add("the container of " + service);
            attached.forEach((network, containers) -> {
                if (containers.contains(had.container())) {
                    left.add("the place of %s on the network %s".formatted(service, network));
                }
            });
            for (Volume volume : had.volumes()) {
                Set<String> others = volume.name().stream()
                        .flatMap(parts::mounting)
                        .filter(stands)
                        .collect(Collectors.toCollection(TreeSet::new));
                if (!volumeExists(volume.id())) {
                    gone.add(volume.shown());
                } else if (others.isEmpty()) {
                    left.add(volume.shown());
                } else {
                    shared.put(volume.name().orElseThrow(), others);
                }
            }
        }
        return new Traces(
                gone.stream().distinct().toList(), left.stream().distinct().toList(), shared);
    }

    /** The containers on each network, by its name in the environment. */
    private Map<String, Set<String>> attached() {
        Map<String, Set<String>> attached = new TreeMap<>();
        parts.made().forEach((name, network) -> attached.put(name, on(network)));
        return attached;
    }

    private Set<String> on(Network network) {
        return parts.api().call("inspect a network", docker -> {
            var containers = docker.inspectNetworkCmd()
                    .withNetworkId(network.id())
                    .exec()
                    .getContainers();
            return containers == null ? Set.of() : Set.copyOf(containers.keySet());
        });
    }

    private boolean exists(String container) {
        return parts.api().call("look for a lost container", docker -> {
            try {
                docker.inspectContainerCmd(container).exec();
                return true;
            } catch (NotFoundException e) {
                return false;
            }
        });
    }

    private boolean volumeExists(String name) {
        return parts.api().call("look for a lost volume", docker -> {
            try {
                docker.inspectVolumeCmd(name).exec();
                return true;
            } catch (NotFoundException e) {
                return false;
            }
        });
    }
}
