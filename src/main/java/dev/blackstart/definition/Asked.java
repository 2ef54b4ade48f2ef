package dev.blackstart.definition;

import dev.blackstart.kind.Kinds;
import dev.blackstart.kind.Parameters;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A mapping as a kind reads it; what the kind does not ask for would be ignored, and is reported. */
final class Asked implements Parameters {
    private final Yaml mapping;
    private final Set<String> known;

    /** @param known keys that are not the kind's own */
    Asked(Yaml mapping, String... known) {
        this.mapping = mapping;
        this.known = new HashSet<>(Set.of(known));
    }

    @Override
    public Optional<String> text(String key) {
        known.add(key);
        return mapping.text(key);
    }

    @Override
    public List<String> texts(String key) {
        known.add(key);
        return mapping.texts(key);
    }

    /** Have it read by the kind of this word; empty where it lacks something, which the schema has reported. */
    <T> Optional<T> read(Kinds<T> kinds, String word, Problems problems) {
        Optional<T> thing = kinds.read(word, this);
        if (thing.isPresent()) {
            mapping.entries().stream()
                    .filter(entry -> !known.contains(entry.key()))
                    .forEach(entry -> problems.error(
                            entry.place(),
                            "\"%s\" says nothing about %s".formatted(entry.key(), word),
                            "It would be ignored; take it out."));
        }
        return thing;
    }
}
