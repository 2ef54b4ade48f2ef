package dev.blackstart.environment.docker;

import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.ContainerNetwork;
import dev.blackstart.environment.Engine.Tag;
import dev.blackstart.environment.EngineException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes networks with subnets of their own choice, so that addresses can be pinned. */
final class Networks {
    private static final int TRIES = 64;

    /**
     * Leaves the machine without an address on the network. Docker before 27 gives even internal networks a default
     * route, to the machine, which then answers its containers on every address it has.
     */
    static final String NO_MACHINE = "com.docker.network.bridge.inhibit_ipv4";

    private final Api api;
    private final Subnets subnets;
    private final boolean podman;

    Networks(Api api, Subnets subnets, boolean podman) {
        this.api = api;
        this.subnets = subnets;
        this.podman = podman;
    }

    /** One without a way out. */
    Network internal(Tag tag, String name) {
        return create(tag, name, true, Map.of(NO_MACHINE, "true"));
    }

    /** One whose ports can be published; its containers reach nothing outside, as no address is translated for them. */
    Network published(Tag tag, String name) {
        return create(
                tag,
                name,
                false,
                Map.of(
                        "com.docker.network.bridge.enable_ip_masquerade", "false",
                        "com.docker.network.bridge.enable_icc", "false"));
    }

    private Network create(Tag tag, String name, boolean internal, Map<String, String> options) {
        String full = Labels.name(tag, name);
        Iterator<String> candidates = subnets.from(full).iterator();
        return api.make(tag, "create a network", docker -> {
            for (int tries = 0; tries < TRIES && candidates.hasNext(); tries++) {
                String prefix = candidates.next();
                try {
                    String id = docker.createNetworkCmd()
                            .withName(full)
                            .withDriver("bridge")
                            .withInternal(internal)
                            .withCheckDuplicate(true)
                            .withLabels(Labels.of(tag))
                            // Podman refuses options that it doesn't know, and these are Docker's.
                            .withOptions(podman ? Map.of() : options)
                            .withIpam(new com.github.dockerjava.api.model.Network.Ipam()
                                    .withConfig(new com.github.dockerjava.api.model.Network.Ipam.Config()
                                            .withSubnet(prefix + ".0/24")
                                            .withGateway(prefix + ".1")))
                            .exec()
                            .getId();
                    return new Network(id, full, prefix);
                } catch (DockerException e) {
                    if (!taken(e)) {
                        throw e;
                    }
                }
            }
            throw new EngineException(
                    "no subnet is free for the network " + full,
                    "Remove networks that nobody needs: docker network prune.");
        });
    }

    private static boolean taken(DockerException refusal) {
        String message = EngineTrouble.message(refusal);
        return message.contains("overlap") || message.contains("already used");
    }

    /** Connect a container that doesn't run yet. */
    void connect(String container, Network network, String address, List<String> aliases) {
        api.tell(
                "connect a network",
                docker -> docker.connectToNetworkCmd()
                        .withContainerId(container)
                        .withNetworkId(network.id())
                        .withContainerNetwork(new ContainerNetwork()
                                .withAliases(aliases)
                                .withIpamConfig(new ContainerNetwork.Ipam().withIpv4Address(address)))
                        .exec());
    }

    /** Cut a running container off; nothing where it is off already. */
    void disconnect(String container, Network network) {
        api.call("cut a network", docker -> {
            try {
                docker.disconnectFromNetworkCmd()
                        .withContainerId(container)
                        .withNetworkId(network.id())
                        .withForce(true)
                        .exec();
                return Optional.of(network);
            } catch (DockerException e) {
                if (EngineTrouble.message(e).contains("is not connected")) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }
}
