package dev.blackstart.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A column of a table or a view, as the catalogue has it.
 *
 * @param attributes what it is defined by, by their names
 * @param type of its values, such as {@code varchar}
 * @param charset of its text; empty: it holds none
 * @param key whether it is part of what tells rows apart
 */
record MariadbColumn(String name, Map<String, String> attributes, String type, String charset, boolean key) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> ATTRIBUTES =
            List.of("type", "null", "default", "collation", "extra", "generation", "comment");
    private static final Set<String> LONG =
            Set.of("tinytext", "text", "mediumtext", "longtext", "tinyblob", "blob", "mediumblob", "longblob", "json");
    private static final Set<String> BYTES = Set.of("binary", "varbinary");
    private static final Set<String> WIDE = Set.of("ucs2", "utf16", "utf16le", "utf32");

    /** Those of a table, in their order, of the array that {@code mariadb-catalogue.sql} makes. */
    static List<MariadbColumn> of(String json) {
        try {
            List<MariadbColumn> columns = new ArrayList<>();
            for (JsonNode column : JSON.readTree(json)) {
                columns.add(of(column));
            }
            return columns;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no columns: " + json, e);
        }
    }

    private static MariadbColumn of(JsonNode column) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int at = 0; at < ATTRIBUTES.size(); at++) {
            JsonNode value = column.path(at + 1);
            attributes.put(ATTRIBUTES.get(at), value.isNull() ? "" : value.asText());
        }
        return new MariadbColumn(
                column.path(0).asText(),
                attributes,
                column.path(8).asText(),
                column.path(9).isNull() ? "" : column.path(9).asText(),
                column.path(10).asText().equals("PRI"));
    }

    /** Whether its values are data: not what is made of others at each look, and not when a row came or went. */
    boolean data() {
        String generation = attributes.getOrDefault("generation", "");
        return !attributes.getOrDefault("extra", "").contains("VIRTUAL")
                && !generation.equals("ROW START")
                && !generation.equals("ROW END");
    }

    /** Its bytes, or a digest of them where they may be longer than a function takes. */
    String value() {
        return LONG.contains(type) ? "sha2(%s, 256)".formatted(quoted()) : bytes(quoted());
    }

    /** Whether people's text can be in it. */
    boolean text() {
        return !charset.isEmpty() || LONG.contains(type) || BYTES.contains(type);
    }

    /** Its text in bytes of a character set that has ASCII in it. */
    String ascii() {
        return bytes(WIDE.contains(charset) ? "convert(%s using utf8mb4)".formatted(quoted()) : quoted());
    }

    private String quoted() {
        return MariadbObject.quoted(name);
    }

    private static String bytes(String value) {
        return "cast(%s as binary)".formatted(value);
    }
}
