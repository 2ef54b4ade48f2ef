package dev.blackstart.observe;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is asked at a door.
 *
 * @param path with its query, escaped
 * @param headers beside Host
 */
public record HttpQuestion(String method, String path, Map<String, String> headers, Optional<String> body) {
    public HttpQuestion {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** A plain GET. */
    public static HttpQuestion get(String path) {
        return new HttpQuestion("GET", path, Map.of(), Optional.empty());
    }
}
