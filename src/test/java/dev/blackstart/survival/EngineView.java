package dev.blackstart.survival;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What somebody else sees in the engine, who knows nothing but its API. */
final class EngineView implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DockerHttpClient http = new ZerodepDockerHttpClient.Builder()
            .dockerHost(address())
            .sslConfig(DefaultDockerClientConfig.createDefaultConfigBuilder()
                    .build()
                    .getSSLConfig())
            .build();

    static URI address() {
        return URI.create(System.getenv().getOrDefault("DOCKER_HOST", "unix:///var/run/docker.sock"));
    }

    /** Everything that is labelled with one of these runs: {@code container NAME} and so on. */
    List<String> leftOf(List<Path> runs) {
        List<String> left = new ArrayList<>();
        for (Path run : runs) {
            String filter = "dev.blackstart.run=" + run.getFileName();
            list("/containers/json?all=true", filter)
                    .forEach(one -> left.add("container " + one.path("Names").path(0)));
            list("/networks", filter)
                    .forEach(one -> left.add("network " + one.path("Name").asText()));
            list("/volumes", filter)
                    .path("Volumes")
                    .forEach(one -> left.add("volume " + one.path("Name").asText()));
            list("/images/json", filter)
                    .forEach(one -> left.add("image " + one.path("Id").asText()));
        }
        return left;
    }

    /** The containers of a run that are there now, by id. */
    List<String> containers(Path run) {
        List<String> ids = new ArrayList<>();
        list("/containers/json?all=true", "dev.blackstart.run=" + run.getFileName())
                .forEach(one -> ids.add(one.path("Id").asText()));
        return ids;
    }

    /** The containers whose command holds this text. */
    List<String> containersThatRun(String text) {
        List<String> ids = new ArrayList<>();
        get("/containers/json?all=true").forEach(one -> {
            if (one.path("Command").asText().contains(text)) {
                ids.add(one.path("Id").asText());
            }
        });
        return ids;
    }

    /** The tags of images that begin with this. */
    List<String> tags(String prefix) {
        List<String> tags = new ArrayList<>();
        get("/images/json")
                .forEach(image -> image.path("RepoTags").forEach(tag -> {
                    if (tag.asText().startsWith(prefix)) {
                        tags.add(tag.asText());
                    }
                }));
        return tags;
    }

    void removeImage(String tag) {
        ask(DockerHttpClient.Request.Method.DELETE, "/images/" + tag);
    }

    /** The engine's answer as it came, empty where there is no such thing. */
    String raw(String path) {
        return ask(DockerHttpClient.Request.Method.GET, path);
    }

    JsonNode get(String path) {
        try {
            return JSON.readTree(raw(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode list(String path, String label) {
        String filters = URLEncoder.encode("{\"label\":[\"" + label + "\"]}", StandardCharsets.UTF_8);
        return get(path + (path.contains("?") ? "&" : "?") + "filters=" + filters);
    }

    private String ask(DockerHttpClient.Request.Method method, String path) {
        DockerHttpClient.Request request =
                DockerHttpClient.Request.builder().method(method).path(path).build();
        try (DockerHttpClient.Response response = http.execute(request)) {
            String body = new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8);
            return response.getStatusCode() < 300 ? body : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
