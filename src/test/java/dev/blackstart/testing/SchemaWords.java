package dev.blackstart.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The words that a published schema lets somebody write. */
public final class SchemaWords {
    private SchemaWords() {}

    /** List those of one key, by its path in the schema of {@code compose.yaml}, {@code secrets.yaml} or a drill. */
    public static List<String> of(String schema, String path) {
        return in(file(schema), path);
    }

    /** The same, of any schema. */
    public static List<String> in(Path schema, String path) {
        List<String> words = new ArrayList<>();
        read(schema).at(path + "/enum").forEach(word -> words.add(word.asText()));
        return words;
    }

    /** What the schema says of one key, by its path. */
    public static String described(String schema, String path) {
        return read(file(schema)).at(path + "/description").asText();
    }

    /** The keys that may be written below a path, but for those. */
    public static List<String> keys(String schema, String properties, String... ours) {
        List<String> keys = new ArrayList<>();
        read(file(schema)).at(properties).fieldNames().forEachRemaining(keys::add);
        keys.removeAll(List.of(ours));
        return keys;
    }

    /** The example of a whole mapping in which a key has this word. */
    public static Map<String, String> example(String schema, String properties, String key, String word) {
        for (JsonNode example : read(file(schema)).at(properties.replaceAll("/properties$", "/examples"))) {
            if (example.path(key).asText().equals(word)) {
                Map<String, String> texts = new TreeMap<>();
                example.properties()
                        .forEach(field ->
                                texts.put(field.getKey(), field.getValue().asText()));
                return texts;
            }
        }
        throw new IllegalStateException("the schema has no example of a whole { %s: %s }".formatted(key, word));
    }

    /** The keys that are asked for beside a key with this word. */
    public static Set<String> needed(String schema, String properties, String key, String word) {
        Set<String> needed = new HashSet<>();
        for (JsonNode rule : read(file(schema)).at(properties.replaceAll("/properties$", "/allOf"))) {
            for (JsonNode one : rule.at("/if/properties/" + key + "/enum")) {
                if (one.asText().equals(word)) {
                    rule.at("/then/required").forEach(asked -> needed.add(asked.asText()));
                }
            }
        }
        return needed;
    }

    private static Path file(String schema) {
        return Path.of("docs/schema/" + schema + ".schema.json");
    }

    private static JsonNode read(Path schema) {
        try {
            return new ObjectMapper().readTree(Files.readString(schema));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
