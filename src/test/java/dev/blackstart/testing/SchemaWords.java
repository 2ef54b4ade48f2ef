package dev.blackstart.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The words that a published schema lets somebody write. */
public final class SchemaWords {
    private SchemaWords() {}

    /** List those of one key, by its path in the schema of {@code compose.yaml}, {@code secrets.yaml} or a drill. */
    public static List<String> of(String schema, String path) {
        return in(Path.of("docs/schema/" + schema + ".schema.json"), path);
    }

    /** The same, of any schema. */
    public static List<String> in(Path schema, String path) {
        List<String> words = new ArrayList<>();
        read(schema).at(path + "/enum").forEach(word -> words.add(word.asText()));
        return words;
    }

    /** What the schema says of one key, by its path. */
    public static String described(String schema, String path) {
        return read(Path.of("docs/schema/" + schema + ".schema.json"))
                .at(path + "/description")
                .asText();
    }

    private static JsonNode read(Path schema) {
        try {
            return new ObjectMapper().readTree(Files.readString(schema));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
