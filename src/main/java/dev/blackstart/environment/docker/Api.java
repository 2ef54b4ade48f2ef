package dev.blackstart.environment.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.core.RemoteApiVersion;
import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import dev.blackstart.environment.Engine.Tag;
import dev.blackstart.environment.EngineException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.function.Consumer;

/**
 * The one pool of kept-alive connections to the engine. Every call has a deadline, and an engine that refuses, vanishes
 * or hangs becomes an {@link EngineException} here and nowhere else.
 */
final class Api implements AutoCloseable {
    /** For calls that an engine answers at once. */
    static final Duration QUICK = Duration.ofSeconds(30);

    private final EngineAddress address;
    private final DockerHttpClient http;
    private final RemoteApiVersion version;
    private final DockerClient docker;
    private final Deadlines deadlines = new Deadlines();
    private final Gate gate = new Gate();

    private Api(EngineAddress address) {
        this.address = address;
        DockerHttpClient usual = new ZerodepDockerHttpClient.Builder()
                .dockerHost(address.uri())
                .sslConfig(address.tls().orElse(null))
                .maxConnections(128)
                .connectionTimeout(Duration.ofSeconds(10))
                .build();
        this.http =
                address.local() ? new HalfClosingTransport(usual, address.uri().getPath()) : usual;
        this.version = deadlines.within("say its version when asked at " + address.uri(), QUICK, this::negotiated);
        // Without a configuration directory it has no login of its own: see RegistryLogins.
        this.docker = DockerClientImpl.getInstance(
                new DefaultDockerClientConfig.Builder()
                        .withDockerHost(address.uri().toString())
                        .withApiVersion(version)
                        .build(),
                http);
    }

    static Api connect(EngineAddress address) {
        return new Api(address);
    }

    /** What a call does with the client. */
    interface Call<T> {
        T with(DockerClient docker) throws IOException, InterruptedException;
    }

    EngineAddress address() {
        return address;
    }

    String version() {
        return version.getVersion();
    }

    /**
     * Make calls of the engine, within the limit all together.
     *
     * @param what completes "the engine did not …"
     */
    <T> T call(String what, Duration limit, Call<T> call) {
        return deadlines.within(what, limit, () -> call.with(docker));
    }

    <T> T call(String what, Call<T> call) {
        return call(what, QUICK, call);
    }

    /** Make something in the engine for a run. It counts as being made until the engine answered: see {@link Gate}. */
    <T> T make(Tag tag, String what, Call<T> call) {
        return deadlines.unbroken(what, QUICK, () -> gate.pass(tag.run(), () -> call.with(docker)));
    }

    Gate gate() {
        return gate;
    }

    void tell(String what, Consumer<DockerClient> call) {
        call(what, QUICK, client -> {
            call.accept(client);
            return true;
        });
    }

    /** Start an exec that exists, with its standard input; the answer's body are its output's frames. */
    DockerHttpClient.Response attach(String exec, InputStream input) {
        Request request = Request.builder()
                .method(Request.Method.POST)
                .path("/" + version.asWebPathPart() + "/exec/" + exec + "/start")
                .putHeader("Content-Type", "application/json")
                .bodyBytes("{\"Detach\":false,\"Tty\":false}".getBytes(StandardCharsets.UTF_8))
                .hijackedInput(input)
                .build();
        return deadlines.within("start a command", QUICK, () -> http.execute(request));
    }

    /** Send what docker-java cannot, and return the answer. */
    String send(String what, Duration limit, String path, String type, InputStream body) {
        Request request = Request.builder()
                .method(Request.Method.POST)
                .path("/" + version.asWebPathPart() + path)
                .putHeader("Content-Type", type)
                .body(body)
                .build();
        return deadlines.within(what, limit, () -> {
            try (DockerHttpClient.Response response = http.execute(request)) {
                return new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8);
            }
        });
    }

    /** Do this once the time is up, unless what is returned is cancelled. */
    ScheduledFuture<?> after(Duration limit, Runnable action) {
        return deadlines.after(limit, action);
    }

    @Override
    public void close() {
        deadlines.close();
        try {
            http.close();
        } catch (IOException e) {
            // Nothing is in flight any more.
        }
    }

    private RemoteApiVersion negotiated() throws IOException {
        Request request =
                Request.builder().method(Request.Method.GET).path("/version").build();
        try (DockerHttpClient.Response response = http.execute(request)) {
            JsonNode version = new ObjectMapper().readTree(response.getBody().readAllBytes());
            String newest = version.path("ApiVersion").asText();
            return ApiVersion.negotiate(newest, version.path("MinAPIVersion").asText(newest));
        }
    }
}
