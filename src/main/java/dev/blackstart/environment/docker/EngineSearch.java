package dev.blackstart.environment.docker;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientConfig;
import com.github.dockerjava.core.DockerConfigFile;
import com.github.dockerjava.core.DockerContextMetaFile;
import dev.blackstart.environment.EngineException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Finds the engine where the docker command would: {@code DOCKER_HOST}, else the current context; else where
 * Testcontainers was told to look; else the first of the usual sockets at which one answers. Who has named an engine is
 * never given another one.
 */
final class EngineSearch {
    private static final int CONNECTING_MILLIS = 1000;
    private static final String FORWARD =
            "Forward the engine's socket, such as: ssh -nNT -L /tmp/engine.sock:/var/run/docker.sock HOST,"
                    + " and set DOCKER_HOST=unix:///tmp/engine.sock.";
    private static final String FORMS = "Such as unix:///var/run/docker.sock or tcp://engine.example.org:2376.";

    private final Map<String, String> environment;
    private final Path home;
    private final Path machine;

    /**
     * @param home of the user
     * @param machine the root of the file system that has the sockets of all users
     */
    EngineSearch(Map<String, String> environment, Path home, Path machine) {
        this.environment = environment;
        this.home = home;
        this.machine = machine;
    }

    static EngineSearch ofThisUser() {
        return new EngineSearch(System.getenv(), Path.of(System.getProperty("user.home")), Path.of("/"));
    }

    /** Throws {@link EngineException}, with what mends it, where none is to be found. */
    EngineAddress find() {
        return declared().or(this::byContext).or(this::byTestcontainers).orElseGet(this::atUsualSocket);
    }

    private Optional<EngineAddress> declared() {
        return value("DOCKER_HOST").map(host -> checked("DOCKER_HOST", host, settings("default", Optional.of(host))));
    }

    private Optional<EngineAddress> byContext() {
        return value("DOCKER_CONTEXT")
                .or(this::currentContext)
                .filter(context -> !context.equals("default"))
                .map(context -> {
                    String host = host(context)
                            .orElseThrow(() -> new EngineException(
                                    "the docker context '" + context + "' names no engine",
                                    "docker context use default, or set DOCKER_HOST."));
                    return checked("the docker context '" + context + "'", host, settings(context, Optional.empty()));
                });
    }

    private Optional<String> host(String context) {
        ObjectMapper mapper = DockerClientConfig.getDefaultObjectMapper();
        return DockerContextMetaFile.resolveContextMetaFile(mapper, docker().toFile(), context)
                .map(meta ->
                        mapper.valueToTree(meta).at("/Endpoints/docker/Host").asText(""))
                .filter(host -> !host.isBlank());
    }

    private Optional<String> currentContext() {
        try {
            return Optional.ofNullable(
                    DockerConfigFile.loadConfig(DockerClientConfig.getDefaultObjectMapper(), docker().toString())
                            .getCurrentContext());
        } catch (IOException e) {
            throw new EngineException(
                    docker().resolve("config.json") + " cannot be read: " + e.getMessage(),
                    "Mend it, or set DOCKER_HOST.",
                    e);
        }
    }

    /** Testcontainers Desktop writes its own address there, and does not always take it back. */
    private Optional<EngineAddress> byTestcontainers() {
        return told("tc.host").filter(EngineSearch::takesConnections).or(() -> told("docker.host"));
    }

    private Optional<EngineAddress> told(String key) {
        TestcontainersFile file = TestcontainersFile.of(home);
        Properties theirs = file.properties();
        return Optional.of(theirs.getProperty(key, "").strip())
                .filter(host -> !host.isEmpty())
                .map(host -> {
                    Properties settings = settings("default", Optional.empty());
                    settings.setProperty("DOCKER_TLS_VERIFY", theirs.getProperty("docker.tls.verify", "0"));
                    settings.setProperty(
                            "DOCKER_CERT_PATH", theirs.getProperty("docker.cert.path", docker().toString()));
                    return checked(key + " in " + file, host, settings);
                });
    }

    private static boolean takesConnections(EngineAddress address) {
        if (address.local()) {
            return true; // or it would have been in trouble
        }
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(address.uri().getHost(), address.uri().getPort()), CONNECTING_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private EngineAddress atUsualSocket() {
        List<Trouble> troubles = new ArrayList<>();
        for (Path socket : usualSockets()) {
            if (Files.exists(socket)) {
                Optional<Trouble> trouble = Trouble.of(socket);
                if (trouble.isEmpty()) {
                    return EngineAddress.of(URI.create("unix://" + socket));
                }
                troubles.add(trouble.get());
            }
        }
        if (troubles.isEmpty()) {
            throw new EngineException(
                    "no container engine: DOCKER_HOST is not set,"
                            + " and none of the usual sockets of Docker and Podman exists",
                    "./blackstart --setup installs and starts one (Debian, Ubuntu).");
        }
        throw troubles.get(0)
                .of(
                        "the engine",
                        "./blackstart --setup starts one (Debian, Ubuntu); or: sudo systemctl restart docker.");
    }

    /** Docker's and Podman's, the machine's and the user's, and those that the desktops leave in a home. */
    private List<Path> usualSockets() {
        List<Path> sockets = new ArrayList<>(List.of(machine.resolve("var/run/docker.sock")));
        Optional<Path> session = value("XDG_RUNTIME_DIR").map(Path::of);
        session.ifPresent(directory -> sockets.add(directory.resolve("docker.sock")));
        Stream.of(
                        ".docker/run/docker.sock",
                        ".docker/desktop/docker.sock",
                        ".colima/default/docker.sock",
                        ".colima/docker.sock",
                        ".orbstack/run/docker.sock",
                        ".rd/docker.sock")
                .forEach(socket -> sockets.add(home.resolve(socket)));
        sockets.add(machine.resolve("run/podman/podman.sock"));
        session.ifPresent(directory -> sockets.add(directory.resolve("podman/podman.sock")));
        return sockets;
    }

    /** What docker-java reads; without a host it takes the context's, with the context's certificates. */
    private Properties settings(String context, Optional<String> host) {
        Properties settings = new Properties();
        settings.setProperty("DOCKER_CONFIG", docker().toString());
        settings.setProperty("DOCKER_CONTEXT", context);
        host.ifPresent(named -> {
            value("DOCKER_TLS_VERIFY").ifPresent(verify -> settings.setProperty("DOCKER_TLS_VERIFY", verify));
            settings.setProperty("DOCKER_CERT_PATH", value("DOCKER_CERT_PATH").orElse(docker().toString()));
        });
        return settings;
    }

    private static EngineAddress checked(String who, String host, Properties settings) {
        EngineAddress found = EngineAddress.of(supported(who, host));
        if (found.local()) {
            Trouble.of(Path.of(found.uri().getPath())).ifPresent(trouble -> {
                throw trouble.of(who + " (" + host + ")", "Start that engine, or unset it to have another one found.");
            });
            return found;
        }
        try {
            return new EngineAddress(
                    found.uri(),
                    Optional.ofNullable(new DefaultDockerClientConfig.Builder()
                            .withProperties(settings)
                            .withDockerHost(host)
                            .build()
                            .getSSLConfig()));
        } catch (DockerClientException e) {
            throw new EngineException(
                    who + " (" + host + ") cannot be used: " + e.getMessage(),
                    "Look at DOCKER_TLS_VERIFY, DOCKER_CERT_PATH and DOCKER_CONFIG.",
                    e);
        }
    }

    private static URI supported(String who, String host) {
        URI uri;
        try {
            uri = new URI(host);
        } catch (URISyntaxException e) {
            throw new EngineException(who + " is no address: " + e.getMessage(), FORMS, e);
        }
        boolean socket = "unix".equals(uri.getScheme());
        if (!socket && !"tcp".equals(uri.getScheme())) {
            throw new EngineException(who + " (" + host + ") is neither unix:// nor tcp://", FORWARD);
        }
        if (socket
                && (uri.getAuthority() != null
                        || uri.getPath() == null
                        || uri.getPath().isEmpty())) {
            throw new EngineException(
                    who + " (" + host + ") names no socket: its path begins with a third slash", FORMS);
        }
        if (!socket && (uri.getHost() == null || uri.getPort() < 0)) {
            throw new EngineException(who + " (" + host + ") does not name a host and a port", FORMS);
        }
        return uri;
    }

    private Path docker() {
        return value("DOCKER_CONFIG").map(Path::of).orElse(home.resolve(".docker"));
    }

    private Optional<String> value(String variable) {
        return Optional.ofNullable(environment.get(variable)).map(String::strip).filter(value -> !value.isEmpty());
    }
}
