package dev.blackstart.artefact;

import dev.blackstart.finding.Place;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The scalars of a structured file by their paths, such as {@code sops/pgp/0/fp}; sops flattens dotenv and INI files the
 * same way, so that one reading serves all four formats.
 */
final class Flat {
    /** A scalar and where it stands. */
    record Value(String text, Place place) {}

    private final Map<String, Value> values = new LinkedHashMap<>();

    void put(String path, Value value) {
        values.putIfAbsent(path, value);
    }

    Optional<Value> get(String path) {
        return Optional.ofNullable(values.get(path));
    }

    Optional<String> text(String path) {
        return get(path).map(Value::text);
    }

    boolean has(String path) {
        return values.keySet().stream().anyMatch(key -> key.equals(path) || key.startsWith(path + "/"));
    }

    /** Gives the part of the file that stands below a path. */
    Flat below(String path) {
        Flat part = new Flat();
        values.forEach((key, value) -> {
            if (key.startsWith(path + "/")) {
                part.put(key.substring(path.length() + 1), value);
            }
        });
        return part;
    }

    /** Lists the indexes of a list, in order. */
    Set<Integer> items(String path) {
        Set<Integer> items = new TreeSet<>();
        String prefix = path.isEmpty() ? "" : path + "/";
        for (String key : values.keySet()) {
            if (key.startsWith(prefix)) {
                String index = key.substring(prefix.length()).split("/", 2)[0];
                if (index.matches("[0-9]{1,6}")) {
                    items.add(Integer.valueOf(index));
                }
            }
        }
        return items;
    }

    Optional<Value> first() {
        return values.values().stream().findFirst();
    }
}
