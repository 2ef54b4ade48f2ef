package dev.blackstart.environment.docker;

import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Imports tar files as images. docker-java's own command sends the stream's bean properties instead of its bytes. */
final class ImageImport {
    private ImageImport() {}

    /**
     * Import one.
     *
     * @param change a line of a Dockerfile
     * @return the engine's answer
     */
    static String of(Api api, String name, String change, InputStream tar, Duration limit) {
        String[] parts = name.split(":", 2);
        String path = "/images/create?fromSrc=-&repo=%s&tag=%s&changes=%s"
                .formatted(encoded(parts[0]), encoded(parts[1]), encoded(change));
        return api.send("import " + name, limit, path, "application/x-tar", tar);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
