package dev.blackstart.environment.docker;

import dev.blackstart.definition.EnvironmentDefinition;
import dev.blackstart.definition.Service;
import dev.blackstart.environment.Endpoint;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Says who sits where: the same service always has the same address on the networks of its replica. */
final class Layout {
    /** The network of services that name none. */
    static final String DEFAULT = "default";

    private static final int FIRST = 10;

    private final EnvironmentDefinition environment;
    private final Map<String, Integer> places = new TreeMap<>();

    Layout(EnvironmentDefinition environment) {
        this.environment = environment;
        new TreeSet<>(environment.services().keySet()).forEach(service -> places.put(service, FIRST + places.size()));
    }

    Set<String> networks() {
        Set<String> all = new TreeSet<>(environment.networks());
        environment.services().values().forEach(service -> all.addAll(networks(service)));
        return all;
    }

    private List<String> networks(Service service) {
        return service.networks().isEmpty() ? List.of(DEFAULT) : service.networks();
    }

    /** The networks of a service, the first one first. */
    List<Network> on(Service service, Map<String, Network> made) {
        return networks(service).stream()
                .map(name -> Objects.requireNonNull(made.get(name), name))
                .toList();
    }

    String address(Service service, Network network) {
        return network.address(places.getOrDefault(service.name(), FIRST));
    }

    /** Where a forward for this endpoint leads to. */
    String backend(Endpoint endpoint, Map<String, Network> made) {
        Service service = service(endpoint.service());
        return address(service, on(service, made).get(0)) + ":" + endpoint.port();
    }

    /** The names under which the others find it. */
    List<String> aliases(Service service) {
        return Stream.concat(Stream.of(service.name()), service.hostname().stream())
                .distinct()
                .toList();
    }

    Service service(String name) {
        Service service = environment.services().get(name);
        if (service == null) {
            throw new IllegalArgumentException("the environment " + environment.name() + " has no service " + name);
        }
        return service;
    }
}
