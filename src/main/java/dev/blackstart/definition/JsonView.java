package dev.blackstart.definition;

import java.math.BigInteger;
import org.snakeyaml.engine.v2.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Shows a YAML document as the JSON document that schemas speak of. */
final class JsonView {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int LONGEST_NUMBER = 40;

    private JsonView() {}

    static JsonNode of(Yaml value) {
        if (value.isMapping()) {
            ObjectNode object = JSON.objectNode();
            value.entries().forEach(entry -> object.set(entry.key(), of(entry.value())));
            return object;
        }
        if (value.isSequence()) {
            ArrayNode array = JSON.arrayNode();
            value.items().forEach(item -> array.add(of(item)));
            return array;
        }
        return value.text().map(text -> scalar(value.node().getTag(), text)).orElse(JSON.nullNode());
    }

    private static JsonNode scalar(Tag tag, String text) {
        if (tag.equals(Tag.BOOL)) {
            return JSON.booleanNode(Boolean.parseBoolean(text));
        }
        // A number too long to be meant as one is shown as text; no field of ours takes it.
        if (text.length() <= LONGEST_NUMBER && (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT))) {
            try {
                return tag.equals(Tag.INT)
                        ? JSON.numberNode(new BigInteger(text))
                        : JSON.numberNode(Double.parseDouble(text));
            } catch (NumberFormatException e) {
                return JSON.stringNode(text); // .inf and .nan, which JSON does not have
            }
        }
        return JSON.stringNode(text);
    }
}
