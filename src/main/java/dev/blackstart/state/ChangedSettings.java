package dev.blackstart.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.blackstart.state.Fingerprint.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Words which settings have another value. One that nobody set differs between versions by itself, and one that only the
 * other version knows tells nothing: neither counts.
 */
final class ChangedSettings {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long SOMEBODY = 1;

    private final SortedMap<String, Content> set;
    private final JsonNode usual;

    private ChangedSettings(Fingerprint fingerprint) {
        this.set = fingerprint.of("setting");
        this.usual = fingerprint.of("usual settings").values().stream()
                .findFirst()
                .map(ChangedSettings::parsed)
                .orElseGet(JSON::createObjectNode);
    }

    static List<Difference> between(Fingerprint before, Fingerprint after) {
        ChangedSettings was = new ChangedSettings(before);
        ChangedSettings is = new ChangedSettings(after);
        SortedSet<String> names = new TreeSet<>(was.set.keySet());
        is.set.forEach((name, value) -> {
            if (value.count() == SOMEBODY) {
                names.add(name);
            }
        });
        List<Difference> differences = new ArrayList<>();
        for (String name : names) {
            Optional<String> old = was.value(name);
            Optional<String> now = is.value(name);
            if (old.isPresent() && now.isPresent() && !old.equals(now)) {
                differences.add(new Difference(
                        name,
                        "was %s, is %s %s"
                                .formatted(ShownValue.of(old.get()), ShownValue.of(now.get()), Fingerprint.NO_LOSS)));
            }
        }
        return differences;
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(set.get(name))
                .map(Content::content)
                .or(() -> usual.has(name) ? Optional.of(usual.path(name).asText()) : Optional.empty());
    }

    private static JsonNode parsed(Content content) {
        try {
            return JSON.readTree(content.content());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no settings: " + content.content(), e);
        }
    }
}
