package dev.blackstart.environment.docker;

import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import dev.blackstart.definition.ServiceLimits;
import dev.blackstart.environment.Endpoint;
import dev.blackstart.environment.Engine.Tag;
import dev.blackstart.environment.EngineException;
import dev.blackstart.machine.Command;
import dev.blackstart.machine.Outcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The one container that sits on every network of a replica and on one that can publish ports. It forwards each
 * declared endpoint from loopback to the service's pinned address, so that nobody needs a name or a route.
 */
final class Witness {
    static final String SERVICE = "blackstart-witness";
    static final BuildContext IMAGE = new ResourceContext("witness/Dockerfile");

    private static final int FIRST_PORT = 10_000;

    private final String container;
    private final Map<Endpoint, InetSocketAddress> addresses;

    private Witness(String container, Map<Endpoint, InetSocketAddress> addresses) {
        this.container = container;
        this.addresses = addresses;
    }

    String container() {
        return container;
    }

    InetSocketAddress address(Endpoint endpoint) {
        InetSocketAddress address = addresses.get(endpoint);
        if (address == null) {
            throw new IllegalArgumentException("the witness was not told to forward " + endpoint);
        }
        return address;
    }

    /**
     * Start one.
     *
     * @param outer the network whose ports can be published
     * @param backends {@code address:port} of each endpoint
     */
    static Witness start(
            Api api,
            Exec exec,
            Networks networks,
            Tag tag,
            String image,
            Network outer,
            Collection<Network> inner,
            Map<Endpoint, String> backends) {
        Map<Endpoint, Integer> ports = new LinkedHashMap<>();
        backends.keySet().forEach(endpoint -> ports.put(endpoint, FIRST_PORT + ports.size()));
        String container = create(api, tag, image, outer, ports.values());
        inner.forEach(network -> networks.connect(container, network, network.address(Network.WITNESS), List.of()));
        configure(api, container, configuration(backends, ports));
        api.tell(
                "start the witness",
                docker -> docker.startContainerCmd(container).exec());
        awaitListening(exec, container, FIRST_PORT + ports.size() - 1);
        return new Witness(container, published(api, container, ports));
    }

    private static String create(Api api, Tag tag, String image, Network outer, Collection<Integer> ports) {
        String bind = api.address().remote() ? "0.0.0.0" : "127.0.0.1";
        List<ExposedPort> exposed = ports.stream().map(ExposedPort::tcp).toList();
        return api.make(
                tag,
                "create the witness",
                docker -> docker.createContainerCmd(image)
                        .withName(Labels.name(tag, SERVICE))
                        .withHostName("witness")
                        .withLabels(Labels.of(tag, SERVICE))
                        .withExposedPorts(exposed)
                        .withIpv4Address(outer.address(Network.WITNESS))
                        .withHostConfig(SystemdSettings.limited(ServiceLimits.ofOurs())
                                .withInit(true)
                                .withNetworkMode(outer.name())
                                .withCapDrop(Capability.ALL)
                                // It sits on every network, and must not carry anything from one to another.
                                .withSysctls(Map.of("net.ipv4.ip_forward", "0"))
                                .withPortBindings(exposed.stream()
                                        .map(port -> new PortBinding(Ports.Binding.bindIp(bind), port))
                                        .toList()))
                        .exec()
                        .getId());
    }

    private static void configure(Api api, String container, String configuration) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (TarArchiveOutputStream tar = Tars.writer(bytes)) {
                Tars.file(tar, "witness.cfg", 0644, configuration.getBytes(StandardCharsets.UTF_8));
            }
            api.tell(
                    "configure the witness",
                    docker -> docker.copyArchiveToContainerCmd(container)
                            .withTarInputStream(new ByteArrayInputStream(bytes.toByteArray()))
                            .withRemotePath("/etc/haproxy")
                            .exec());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A connection that finds nobody ends within a second, and at once where it is refused: nothing is tried again. */
    static String configuration(Map<Endpoint, String> backends, Map<Endpoint, Integer> ports) {
        StringBuilder text = new StringBuilder("""
                global
                  maxconn 4000
                  nbthread 1
                defaults
                  mode tcp
                  retries 0
                  timeout connect 1s
                  timeout client 1h
                  timeout server 1h
                """);
        backends.forEach((endpoint, backend) ->
                text.append("""
                listen %s-%d
                  bind 0.0.0.0:%d
                  server there %s
                """.formatted(endpoint.service(), endpoint.port(), ports.get(endpoint), backend)));
        return text.toString();
    }

    /** The engine's proxy accepts before the witness listens, so the witness itself is asked. */
    private static void awaitListening(Exec exec, String container, int port) {
        String listening = ":%04X 00000000:0000 0A".formatted(port);
        Outcome outcome = exec.run(
                container,
                Command.as(
                        "0:0",
                        "sh",
                        "-c",
                        "until grep -q \"$1\" /proc/net/tcp; do sleep 0.02; done",
                        "await",
                        listening));
        if (!outcome.succeeded()) {
            throw new EngineException(
                    "the witness does not listen: " + outcome.ending() + " " + outcome.err(),
                    "Look at its log: docker logs " + container);
        }
    }

    private static Map<Endpoint, InetSocketAddress> published(Api api, String container, Map<Endpoint, Integer> ports) {
        String host = api.address().publishedHost();
        Map<ExposedPort, Ports.Binding[]> bindings = api.call(
                "say which ports it published",
                docker -> docker.inspectContainerCmd(container)
                        .exec()
                        .getNetworkSettings()
                        .getPorts()
                        .getBindings());
        Map<Endpoint, InetSocketAddress> addresses = new LinkedHashMap<>();
        ports.forEach((endpoint, port) -> addresses.put(
                endpoint, new InetSocketAddress(host, port(bindings.get(ExposedPort.tcp(port)), endpoint))));
        return addresses;
    }

    private static int port(Ports.Binding @Nullable [] bindings, Endpoint endpoint) {
        if (bindings == null || bindings.length == 0) {
            throw new EngineException(
                    "the engine did not publish the witness's port for " + endpoint, "Look at the engine's log.");
        }
        return Integer.parseInt(bindings[0].getHostPortSpec());
    }
}
