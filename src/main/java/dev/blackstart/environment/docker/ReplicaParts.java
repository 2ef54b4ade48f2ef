package dev.blackstart.environment.docker;

import dev.blackstart.clock.Ticker;
import dev.blackstart.definition.EnvironmentDefinition;
import dev.blackstart.definition.Service;
import dev.blackstart.environment.Engine.Tag;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a replica is made of, and whom it asks to make it.
 *
 * @param images by service
 * @param made the networks, by their names in the environment
 * @param witness empty where nobody asked for an endpoint
 */
record ReplicaParts(
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
    Removal removal() {
        return new Removal(api, ticker);
    }

    /** The services that mount a volume. */
    Stream<String> mounting(String volume) {
        return environment.services().values().stream()
                .filter(service -> service.mounts().stream()
                        .anyMatch(mount -> mount.volume().equals(volume)))
                .map(Service::name);
    }

    /** The host whose snapshot holds a volume: one of those that can write to it; empty: none can. */
    Optional<String> keeper(String volume) {
        return environment.services().values().stream()
                .filter(service -> service.role() == Service.Role.HOST)
                .filter(service -> service.mounts().stream()
                        .anyMatch(mount -> mount.volume().equals(volume) && !mount.readOnly()))
                .map(Service::name)
                .min(Comparator.naturalOrder());
    }

    /** Whether this service's snapshot holds what it mounts there: of a volume that several mount, one keeps it. */
    boolean keeps(Service service, Service.Mount mount) {
        return keeper(mount.volume()).filter(service.name()::equals).isPresent();
    }

    /** The rules of which the replica's isolation consists. */
    IsolationRules rules() {
        Set<String> volumes = environment.volumes().stream()
                .map(volume -> Labels.name(tag, volume))
                .collect(Collectors.toSet());
        return new IsolationRules(volumes, systemd, api.address().remote());
    }
}
