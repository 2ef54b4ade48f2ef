package dev.blackstart.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/** Rows as databases write them: an object or an array a line, with a field a column. */
final class JsonRows {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonRows() {}

    /** Throws {@link StateException} where a line is something else. */
    static List<List<String>> read(String lines) {
        List<List<String>> rows = new ArrayList<>();
        for (String line : lines.lines().filter(text -> !text.isBlank()).toList()) {
            List<String> row = new ArrayList<>();
            for (JsonNode value : node(line)) {
                row.add(value.isNull() ? "" : value.asText());
            }
            rows.add(row);
        }
        return rows;
    }

    private static JsonNode node(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new StateException("what a query gave cannot be read", line);
        }
    }
}
