package dev.blackstart.environment.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.core.RemoteApiVersion;
import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import dev.blackstart.environment.Engine.Tag;
import dev.blackstart.environment.EngineException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The one pool of kept-alive connections to the engine. Every call has a deadline, and an engine that refuses, vanishes
 * or hangs becomes an {@link EngineException} here and nowhere else.
 */
final class Api implements AutoCloseable {
    /** For calls that an engine answers at once. */
    static final Duration QUICK = Duration.ofSeconds(30);

    private static final String GONE = "Is the engine running? `docker version` asks it; `./blackstart doctor` looks.";

    private final URI address;
    private final DockerHttpClient http;
    private final RemoteApiVersion version;
    private final DockerClient docker;
    private final ExecutorService workers;
    private final ScheduledExecutorService deadlines;
    private final Gate gate = new Gate();

    private Api(URI address) {
        this.address = address;
        this.workers = Executors.newCachedThreadPool(Api::daemon);
        this.deadlines = Executors.newSingleThreadScheduledExecutor(Api::daemon);
        DefaultDockerClientConfig bare = DefaultDockerClientConfig.createDefaultConfigBuilder()
                .withDockerHost(address.toString())
                .build();
        DockerHttpClient usual = new ZerodepDockerHttpClient.Builder()
                .dockerHost(address)
                .sslConfig(bare.getSSLConfig())
                .maxConnections(128)
                .connectionTimeout(Duration.ofSeconds(10))
                .build();
        this.http = "unix".equals(address.getScheme()) ? new HalfClosingTransport(usual, address.getPath()) : usual;
        this.version = within("say its version", QUICK, this::negotiated);
        this.docker = DockerClientImpl.getInstance(
                DefaultDockerClientConfig.createDefaultConfigBuilder()
                        .withDockerHost(address.toString())
                        .withApiVersion(version)
                        .build(),
                http);
    }

    static Api connect(URI address) {
        return new Api(address);
    }

    /** What a call does with the client. */
    interface Call<T> {
        T with(DockerClient docker) throws IOException, InterruptedException;
    }

    URI address() {
        return address;
    }

    String version() {
        return version.getVersion();
    }

    Parallel parallel() {
        return new Parallel(workers);
    }

    /**
     * Make calls of the engine, within the limit all together.
     *
     * @param what completes "the engine did not …"
     */
    <T> T call(String what, Duration limit, Call<T> call) {
        return within(what, limit, () -> call.with(docker));
    }

    <T> T call(String what, Call<T> call) {
        return call(what, QUICK, call);
    }

    /** Make something in the engine for a run; see {@link Gate}. */
    <T> T make(Tag tag, String what, Call<T> call) {
        return gate.pass(tag.run(), () -> call(what, call));
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
        DockerHttpClient.Request request = DockerHttpClient.Request.builder()
                .method(DockerHttpClient.Request.Method.POST)
                .path("/" + version.asWebPathPart() + "/exec/" + exec + "/start")
                .putHeader("Content-Type", "application/json")
                .bodyBytes("{\"Detach\":false,\"Tty\":false}".getBytes(StandardCharsets.UTF_8))
                .hijackedInput(input)
                .build();
        return within("start a command", QUICK, () -> http.execute(request));
    }

    /**
     * Import a tar file as an image. docker-java's own command sends the stream's bean properties instead of its bytes.
     *
     * @param change a line of a Dockerfile
     * @return the engine's answer
     */
    String importImage(String name, String change, InputStream tar, Duration limit) {
        String[] parts = name.split(":", 2);
        DockerHttpClient.Request request = DockerHttpClient.Request.builder()
                .method(DockerHttpClient.Request.Method.POST)
                .path("/%s/images/create?fromSrc=-&repo=%s&tag=%s&changes=%s"
                        .formatted(version.asWebPathPart(), encoded(parts[0]), encoded(parts[1]), encoded(change)))
                .putHeader("Content-Type", "application/x-tar")
                .body(tar)
                .build();
        return within("import " + name, limit, () -> {
            try (DockerHttpClient.Response response = http.execute(request)) {
                return new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8);
            }
        });
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Do this once the time is up, unless what is returned is cancelled. */
    ScheduledFuture<?> after(Duration limit, Runnable action) {
        return deadlines.schedule(action, limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        workers.shutdownNow();
        deadlines.shutdownNow();
        try {
            http.close();
        } catch (IOException e) {
            // Nothing is in flight any more.
        }
    }

    private <T> T within(String what, Duration limit, Callable<T> work) {
        return Waiting.forResult(workers.submit(() -> translated(what, work)), limit, what);
    }

    private static <T> T translated(String what, Callable<T> work) throws Exception {
        try {
            return work.call();
        } catch (DockerException e) {
            throw new EngineException("the engine did not " + what + ": " + message(e), GONE, e);
        } catch (IOException e) {
            throw new EngineException("the engine is gone: it did not " + what + ": " + e.getMessage(), GONE, e);
        } catch (RuntimeException e) {
            if (e instanceof EngineException || !brokenOff(e)) {
                throw e;
            }
            throw new EngineException("the engine is gone: it did not " + what + ": " + rootMessage(e), GONE, e);
        }
    }

    private static boolean brokenOff(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    private static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }

    /** The engine's own words, out of {@code Status 404: {"message":"…"}}. */
    static String message(DockerException refusal) {
        String text = String.valueOf(refusal.getMessage());
        int brace = text.indexOf('{');
        if (brace >= 0) {
            try {
                return new ObjectMapper()
                        .readTree(text.substring(brace))
                        .path("message")
                        .asText(text);
            } catch (IOException e) {
                return text.strip();
            }
        }
        return text.strip();
    }

    private RemoteApiVersion negotiated() throws IOException {
        DockerHttpClient.Request request = DockerHttpClient.Request.builder()
                .method(DockerHttpClient.Request.Method.GET)
                .path("/version")
                .build();
        try (DockerHttpClient.Response response = http.execute(request)) {
            byte[] body = response.getBody().readAllBytes();
            JsonNode version = new ObjectMapper().readTree(new ByteArrayInputStream(body));
            String newest = version.path("ApiVersion").asText();
            return ApiVersion.negotiate(newest, version.path("MinAPIVersion").asText(newest));
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "engine");
        thread.setDaemon(true);
        return thread;
    }
}
