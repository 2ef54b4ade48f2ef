package dev.blackstart.environment.docker;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides from inspections what leads out of a replica. Pure: what is not seen here was not asked.
 *
 * @param volumes the names of the volumes that the environment declares
 * @param systemd what systemd hosts are given
 * @param anywhere whether the engine runs elsewhere, so that the witness can't publish on loopback
 */
record IsolationRules(Set<String> volumes, SystemdSettings systemd, boolean anywhere) {
    private static final String NOT_ON_LOOPBACK = "%s publishes a port on %s";

    /**
     * A network.
     *
     * @param gateway its address, empty where there is none
     * @param machine whether the machine that runs the engine has the gateway's address
     * @param members addresses of containers, by their ids
     */
    record SeenNetwork(
            String id, String name, boolean internal, String gateway, boolean machine, Map<String, String> members) {
        /** Whether nobody answers at the gateway's address. */
        boolean deadEnd() {
            return internal && !machine && !members.containsValue(gateway);
        }
    }

    boolean cgroupV1() {
        return systemd instanceof SystemdSettings.CgroupV1;
    }

    /** Name each way out; empty where nothing leads out. */
    List<String> waysOut(Collection<SeenNetwork> networks, Collection<Seen> hosts, Collection<Seen> witnesses) {
        List<String> ways = new ArrayList<>();
        Map<String, SeenNetwork> byId =
                networks.stream().collect(Collectors.toMap(SeenNetwork::id, network -> network));
        hosts.forEach(host -> host(host, byId, ways));
        witnesses.forEach(witness -> witness(witness, byId, ways));
        Set<String> ours = hosts.stream().map(Seen::id).collect(Collectors.toSet());
        witnesses.forEach(witness -> ours.add(witness.id()));
        networks.forEach(network -> network.members().keySet().stream()
                .filter(member -> !ours.contains(member))
                .forEach(member -> ways.add("a container that is not this replica's, " + shortened(member)
                        + ", is on the network " + network.name())));
        return ways;
    }

    /** Name each default route of a host that leads to somebody. */
    List<String> waysOut(String host, Collection<Routes.DefaultRoute> routes, Collection<SeenNetwork> networks) {
        return routes.stream()
                .filter(route -> networks.stream()
                        .noneMatch(network ->
                                network.deadEnd() && network.gateway().equals(route.gateway())))
                .map(route -> host + " has a default route through " + route.device() + " to " + route.gateway())
                .toList();
    }

    private void host(Seen host, Map<String, SeenNetwork> networks, List<String> ways) {
        String name = host.service();
        confined(host, ways);
        if (!host.dropped().contains("MKNOD") && !host.dropped().contains("ALL")) {
            ways.add(name + " may make device files (MKNOD)");
        }
        if (!host.limits().resolvers().equals(List.of(SystemdSettings.NO_RESOLVER))) {
            ways.add(name + " has names resolved by " + named(host.limits().resolvers()));
        }
        if (host.mounts().containsKey(SystemdSettings.CGROUP_V1_TREE)
                && !host.mounts().containsKey(SystemdSettings.RELEASE_AGENT)) {
            ways.add(name + " may name the program that the machine's kernel runs for empty cgroups (release_agent)");
        }
        host.bindings().forEach(binding -> ways.add(NOT_ON_LOOPBACK.formatted(name, binding)));
        host.networks().forEach(id -> {
            SeenNetwork network = networks.get(id);
            if (network == null) {
                ways.add(name + " is on a network that is not this replica's, " + shortened(id));
            } else if (!network.internal()) {
                ways.add(name + " is on the network " + network.name() + ", which is not internal");
            } else if (network.machine() && !(systemd instanceof SystemdSettings.Podman)) {
                ways.add("on the network " + network.name() + " of " + name + " the engine's own machine answers");
            }
        });
    }

    private void witness(Seen witness, Map<String, SeenNetwork> networks, List<String> ways) {
        confined(witness, ways);
        if (!witness.dropped().contains("ALL")) {
            ways.add("the witness keeps capabilities");
        }
        if (!"0".equals(witness.sysctls().get("net.ipv4.ip_forward"))) {
            ways.add("the witness forwards packets between networks");
        }
        witness.bindings().stream()
                .filter(binding -> !anywhere && !binding.startsWith("127."))
                .forEach(binding -> ways.add(NOT_ON_LOOPBACK.formatted("the witness", binding)));
        witness.networks().stream()
                .filter(id -> !networks.containsKey(id))
                .forEach(id -> ways.add("the witness is on a network that is not this replica's, " + shortened(id)));
    }

    /** What holds for everything that runs. */
    private void confined(Seen container, List<String> ways) {
        String name = container.service();
        if (container.privileged()) {
            ways.add(name + " is privileged");
        }
        container.added().forEach(capability -> ways.add(name + " has the added capability " + capability));
        container.namespaces().stream()
                .filter(shared -> !(cgroupV1() && shared.equals("cgroup: host")))
                .forEach(shared -> ways.add(name + " shares a namespace, " + shared));
        container.limits().unlimited().forEach(what -> ways.add(name + " has no limit for " + what));
        container.loosened().forEach(option -> ways.add(name + " is loosened: " + option));
        container.mounts().forEach((at, source) -> {
            if (!allowed(at, source)) {
                ways.add(name + " has a mount that nobody declared: "
                        + (source.volume().isEmpty() ? source.path() : "the volume " + source.volume()) + " at " + at);
            }
        });
    }

    private boolean allowed(String at, Seen.Source source) {
        if (source.volume().isEmpty()) {
            return cgroupV1() && source.path().equals(ofCgroupV1().get(at));
        }
        // An image's own VOLUME gives an anonymous one, which holds nothing of anybody's.
        return volumes.contains(source.volume()) || source.volume().matches("[0-9a-f]{64}");
    }

    /** What a systemd host has mounted there of the machine, by where. */
    private static Map<String, String> ofCgroupV1() {
        return Map.of(
                SystemdSettings.CGROUP_V1_TREE, SystemdSettings.CGROUP_V1_TREE,
                SystemdSettings.RELEASE_AGENT, SystemdSettings.NOTHING);
    }

    private static String named(List<String> resolvers) {
        return resolvers.isEmpty() ? "whom its machine asks" : String.join(", ", resolvers);
    }

    private static String shortened(String id) {
        return id.length() > 12 ? id.substring(0, 12) : id;
    }
}
