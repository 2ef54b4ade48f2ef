package dev.blackstart.artefact;

import dev.blackstart.finding.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value of a structured file. An alias in YAML is the very node of its anchor, so that no tree grows by aliases. */
sealed interface Node {
    Place place();

    record Text(String text, Place place) implements Node {}

    record Items(List<Node> items, Place place) implements Node {}

    record Fields(Map<String, Node> fields, Place place) implements Node {}

    /** The null of JSON and YAML, however it is written. */
    record Nothing(Place place) implements Node {}

    /** Gives a field that holds something. */
    default Optional<Node> field(String name) {
        return this instanceof Fields fields
                ? Optional.ofNullable(fields.fields().get(name)).filter(node -> !(node instanceof Nothing))
                : Optional.empty();
    }

    /** Gives a field that is a text, and no blank one. */
    default Optional<Text> text(String name) {
        return field(name)
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .filter(text -> !text.text().isBlank());
    }
}
