package dev.blackstart.environment.docker;

import dev.blackstart.environment.EngineException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the engine's address: {@code DOCKER_HOST}, else the first of the usual sockets that is there. */
final class EngineAddress {
    private static final Path USUAL = Path.of("/var/run/docker.sock");

    private EngineAddress() {}

    static URI find(Map<String, String> environment) {
        String declared = environment.getOrDefault("DOCKER_HOST", "");
        if (!declared.isBlank()) {
            return supported(URI.create(declared.strip()));
        }
        Optional<String> runtime = Optional.ofNullable(environment.get("XDG_RUNTIME_DIR"));
        List<Path> sockets = List.of(
                USUAL,
                Path.of(runtime.orElse("/run"), "docker.sock"),
                Path.of(runtime.orElse("/run"), "podman", "podman.sock"),
                Path.of("/run/podman/podman.sock"));
        Path found = sockets.stream().filter(Files::exists).findFirst().orElse(USUAL);
        return URI.create("unix://" + found);
    }

    /** The name under which ports that the engine publishes are reached. */
    static String publishedHost(URI address) {
        return "tcp".equals(address.getScheme()) ? address.getHost() : "127.0.0.1";
    }

    /** Whether the engine runs elsewhere, so that loopback there isn't loopback here. */
    static boolean remote(URI address) {
        return "tcp".equals(address.getScheme())
                && !List.of("localhost", "127.0.0.1", "[::1]").contains(address.getHost());
    }

    private static URI supported(URI address) {
        if (!List.of("unix", "tcp").contains(String.valueOf(address.getScheme()))) {
            throw new EngineException(
                    "DOCKER_HOST=" + address + " is neither unix:// nor tcp://",
                    "Forward the engine's socket, such as: ssh -L /tmp/docker.sock:/var/run/docker.sock HOST,"
                            + " and set DOCKER_HOST=unix:///tmp/docker.sock.");
        }
        return address;
    }
}
