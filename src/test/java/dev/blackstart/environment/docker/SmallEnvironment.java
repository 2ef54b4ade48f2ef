package dev.blackstart.environment.docker;

import dev.blackstart.clock.Ticker;
import dev.blackstart.definition.EnvironmentDefinition;
import dev.blackstart.definition.Inventory;
import dev.blackstart.definition.Service;
import dev.blackstart.definition.Service.Init;
import dev.blackstart.definition.Service.Login;
import dev.blackstart.definition.Service.Mount;
import dev.blackstart.definition.Service.Role;
import dev.blackstart.definition.ServiceLimits;
import dev.blackstart.finding.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Two systemd servers on two networks, a third party and a responder, each as small as can be. */
final class SmallEnvironment {
    private static final Path DIRECTORY = Path.of("src/test/resources/dev/blackstart/environment/docker/small")
            .toAbsolutePath();

    private SmallEnvironment() {}

    /** This machine's engine, with a clock and a cache like the command line's. */
    static DockerEngine engine() {
        return DockerEngine.connect(Ticker.system(), Path.of(System.getProperty("user.home"), ".cache", "blackstart"));
    }

    static EnvironmentDefinition definition() {
        return definition(List.of());
    }

    /** The same, whose servers have one more volume, both of them. */
    static EnvironmentDefinition sharing(String volume) {
        return definition(List.of(new Mount(volume, "/srv/" + volume, false)));
    }

    private static EnvironmentDefinition definition(List<Mount> shared) {
        return new EnvironmentDefinition(
                "small",
                DIRECTORY,
                Map.of(),
                Map.of(
                        "web", server("web", List.of("front", "back"), shared),
                        "store", server("store", List.of("back"), shared),
                        "payments_api.v1", plain("payments_api.v1", Role.THIRD_PARTY, List.of("payments-key")),
                        "desk", plain("desk", Role.RESPONDER, List.of())),
                Set.of("front", "back"),
                Stream.concat(
                                Stream.of("web-data", "store-data"),
                                shared.stream().map(Mount::volume))
                        .collect(Collectors.toSet()),
                List.of(),
                new Inventory(DIRECTORY.resolve("secrets.yaml"), Map.of(), Map.of(), Map.of()),
                Map.of());
    }

    private static Service server(String name, List<String> networks, List<Mount> shared) {
        List<Mount> mounts = new ArrayList<>(shared);
        mounts.add(new Mount(name + "-data", "/var/lib/data", false));
        return new Service(
                name,
                new Service.Build(DIRECTORY.resolve("server"), "Dockerfile", Map.of()),
                List.of(),
                Map.of("GREETING", "hello"),
                mounts,
                networks,
                List.of(),
                Optional.of(name + ".example.org"),
                Role.HOST,
                Init.SYSTEMD,
                Login.SSH,
                Optional.empty(),
                List.of(),
                ServiceLimits.of(Role.HOST),
                place());
    }

    private static Service plain(String name, Role role, List<String> secrets) {
        return new Service(
                name,
                new Service.Build(DIRECTORY.resolve("plain"), "Dockerfile", Map.of()),
                List.of(),
                Map.of(),
                List.of(),
                List.of("front", "back"),
                secrets,
                Optional.empty(),
                role,
                Init.NONE,
                Login.CONSOLE,
                Optional.empty(),
                List.of(),
                ServiceLimits.of(role),
                place());
    }

    private static Place place() {
        return Place.start(DIRECTORY.resolve("compose.yaml"));
    }
}
