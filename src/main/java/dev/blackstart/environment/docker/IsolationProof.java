package dev.blackstart.environment.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import dev.blackstart.clock.SideBySide;
import dev.blackstart.environment.Engine.Tag;
import dev.blackstart.environment.IsolationException;
import dev.blackstart.machine.Command;
import dev.blackstart.machine.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks at everything that a replica has in the engine, and at its hosts' routes; no packet is sent anywhere. */
final class IsolationProof {
    private final Api api;
    private final Exec exec;
    private final Tag tag;

    IsolationProof(Api api, Exec exec, Tag tag) {
        this.api = api;
        this.exec = exec;
        this.tag = tag;
    }

    /** Whole only if everything was seen. */
    private record Sight(List<IsolationRules.SeenNetwork> networks, List<Seen> hosts, List<Seen> witnesses) {}

    /**
     * Prove it.
     *
     * @return what was looked at and holds
     * @throws IsolationException naming each way out
     */
    List<String> prove(IsolationRules rules, Removal.Found found) {
        Sight sight = sight(found);
        List<String> ways = new ArrayList<>(rules.waysOut(sight.networks(), sight.hosts(), sight.witnesses()));
        ways.addAll(foreignVolumes(rules.volumes()));
        ways.addAll(routes(sight, rules));
        if (!ways.isEmpty()) {
            throw new IsolationException(ways);
        }
        return sentences(sight, rules);
    }

    private Sight sight(Removal.Found found) {
        List<IsolationRules.SeenNetwork> networks = found.networks().stream()
                .map(id -> api.call("inspect a network", docker -> network(docker, id)))
                .toList();
        Map<Boolean, List<Seen>> containers = found.containers().stream()
                .map(id -> api.call(
                        "inspect a container",
                        docker -> Seen.of(docker.inspectContainerCmd(id).exec())))
                .collect(Collectors.partitioningBy(seen -> seen.service().equals(Witness.SERVICE)));
        return new Sight(networks, containers.getOrDefault(false, List.of()), containers.getOrDefault(true, List.of()));
    }

    private static IsolationRules.SeenNetwork network(DockerClient docker, String id) {
        var network = docker.inspectNetworkCmd().withNetworkId(id).exec();
        Map<String, String> members = new HashMap<>();
        if (network.getContainers() != null) {
            network.getContainers()
                    .forEach((member, at) -> members.put(
                            member, String.valueOf(at.getIpv4Address()).split("/")[0]));
        }
        var configs = network.getIpam().getConfig();
        String gateway = configs == null || configs.isEmpty()
                ? ""
                : Objects.requireNonNullElse(configs.get(0).getGateway(), "");
        boolean machine = network.getOptions() == null
                || !"true".equals(network.getOptions().get(Networks.NO_MACHINE));
        return new IsolationRules.SeenNetwork(
                id, network.getName(), Boolean.TRUE.equals(network.getInternal()), gateway, machine, members);
    }

    /** A volume of the right name that somebody else made could be anything, a directory of the machine too. */
    private List<String> foreignVolumes(Set<String> names) {
        return names.stream()
                .flatMap(name -> api
                        .call("inspect a volume", docker -> {
                            try {
                                var volume = docker.inspectVolumeCmd(name).exec();
                                boolean ours = volume.getLabels() != null
                                        && tag.run().equals(volume.getLabels().get(Labels.RUN));
                                boolean plain = volume.getOptions() == null
                                        || volume.getOptions().isEmpty();
                                return ours && plain
                                        ? List.<String>of()
                                        : List.of("the volume " + name + " is not ours");
                            } catch (NotFoundException e) {
                                return List.<String>of();
                            }
                        })
                        .stream())
                .toList();
    }

    private List<String> routes(Sight sight, IsolationRules rules) {
        Map<Seen, List<String>> ways = SideBySide.map(sight.hosts(), host -> {
            Outcome outcome = exec.run(host.id(), Command.as("0:0", "sh", "-c", Routes.COMMAND));
            if (!outcome.succeeded()) {
                return List.of("the routes of " + host.service() + " could not be read: " + outcome.ending() + " "
                        + outcome.err().strip());
            }
            return rules.waysOut(host.service(), Routes.defaults(outcome.out()), sight.networks());
        });
        return ways.values().stream().flatMap(List::stream).toList();
    }

    private static List<String> sentences(Sight sight, IsolationRules rules) {
        String hosts = names(sight.hosts());
        List<String> sentences = new ArrayList<>(List.of(
                "Every network of " + hosts + " is internal, and holds nothing that is not this replica's.",
                "The routing tables of " + hosts + " have no default route, or one to an address that nobody has.",
                "None of them publishes a port.",
                "None of them is privileged, has an added capability, may make device files, is loosened by a security"
                        + " option, has a device, or shares a namespace of the machine"
                        + (rules.cgroupV1() ? " but that of cgroup v1." : "."),
                "Nothing is mounted in them but declared volumes"
                        + (rules.cgroupV1()
                                ? " and systemd's own tree of cgroup v1, in which its release agent is hidden"
                                : "")
                        + "; no engine socket.",
                "Names outside of the replica are resolved for none of them: the engine asks nobody.",
                "Each has a limit for memory, processes, its log, and what lies in memory."));
        if (!sight.witnesses().isEmpty()) {
            sentences.add("The witness has no capability, forwards no packet, and publishes ports on "
                    + (rules.anywhere() ? "the engine's host" : "loopback") + " only.");
        }
        return sentences;
    }

    private static String names(Collection<Seen> hosts) {
        return hosts.stream().map(Seen::service).sorted().collect(Collectors.joining(", "));
    }
}
