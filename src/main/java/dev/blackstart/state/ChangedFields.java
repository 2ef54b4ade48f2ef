package dev.blackstart.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.blackstart.state.Fingerprint.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Words in which of its fields something changed; of {@code content} there is only a digest, and it alone is data. */
final class ChangedFields {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DATA = "content";

    private ChangedFields() {}

    static Optional<String> between(Content before, Content after) {
        JsonNode was = fields(before);
        JsonNode is = fields(after);
        List<String> changed = new ArrayList<>();
        boolean lost = false;
        for (var field : was.properties()) {
            JsonNode now = is.path(field.getKey());
            if (!field.getValue().equals(now)) {
                boolean data = field.getKey().equals(DATA);
                lost |= data;
                changed.add(data ? "has other content" : change(field.getKey(), field.getValue(), now));
            }
        }
        if (changed.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(String.join("; ", changed) + (lost ? "" : " " + Fingerprint.NO_LOSS));
    }

    private static String change(String field, JsonNode was, JsonNode is) {
        return "%s was %s, is %s".formatted(field, ShownValue.of(was.asText()), ShownValue.of(is.asText()));
    }

    private static JsonNode fields(Content content) {
        try {
            return JSON.readTree(content.content());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no fields: " + content.content(), e);
        }
    }
}
