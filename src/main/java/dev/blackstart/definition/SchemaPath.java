package dev.blackstart.definition;

import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The way through a schema to a keyword that was not met, and what the schemas on it say in words.
 *
 * @param node the schema that has the keyword
 * @param title of the nearest schema on the way that has one: a noun phrase such as {@code a duration such as 5m}
 * @param description of the nearest one; where a key refers to a shared schema, the key's own
 * @param keys of the nearest one that has any: a condition that asks for one does not describe it again
 * @param isBranch whether the keyword belongs to one branch of a choice
 */
record SchemaPath(
        JsonNode root,
        JsonNode node,
        String keyword,
        String title,
        String description,
        JsonNode keys,
        boolean isBranch) {
    private static final String KEYS = "properties";
    private static final String REF = "$ref";

    static SchemaPath of(JsonNode root, NodePath evaluation) {
        JsonNode node = root;
        String title = "";
        String description = "";
        JsonNode keys = root.path(KEYS);
        boolean branch = false;
        boolean referred = false;
        int last = evaluation.getNameCount() - 1;
        for (int i = 0; i <= last; i++) {
            if (!referred || description.isEmpty()) {
                description = words(node, "description", description);
            }
            title = words(node, "title", title);
            keys = node.has(KEYS) ? node.path(KEYS) : keys;
            String name = String.valueOf(evaluation.getElement(i));
            branch |= name.equals("oneOf") && i < last;
            referred = name.equals(REF) && node.has("description");
            JsonNode below = below(root, node, name);
            if (i == last && !name.equals("propertyNames")) {
                break;
            }
            node = below;
        }
        JsonNode target = resolved(root, node);
        return new SchemaPath(
                root,
                target,
                String.valueOf(evaluation.getElement(last)),
                words(target, "title", title),
                !node.has(REF) ? description : words(target, "description", description),
                target.has(KEYS) ? target.path(KEYS) : keys,
                branch);
    }

    private static JsonNode below(JsonNode root, JsonNode node, String name) {
        if (name.equals(REF)) {
            return resolved(root, node);
        }
        return node.isArray() ? node.path(Integer.parseInt(name)) : node.path(name);
    }

    private static JsonNode resolved(JsonNode root, JsonNode node) {
        JsonNode ref = node.path(REF);
        return ref.isString() ? root.at(ref.asString().substring(1)) : node;
    }

    private static String words(JsonNode node, String key, String otherwise) {
        JsonNode words = node.path(key);
        return words.isString() ? words.asString() : otherwise;
    }

    /** Lists the keys that the schema knows, in its order. */
    List<String> properties() {
        return List.copyOf(node.path(KEYS).propertyNames());
    }

    /** Lists the keys of which a choice wants exactly one. */
    List<String> choices() {
        List<String> choices = new ArrayList<>();
        node.path("oneOf").forEach(branch -> branch.path("required").forEach(key -> choices.add(key.asString())));
        return choices;
    }

    /** Lists the words that the schema allows, if it lists them. */
    List<String> allowed() {
        List<String> allowed = new ArrayList<>();
        node.path("enum").forEach(word -> allowed.add(word.asString()));
        return allowed;
    }

    /** Gives the description of a key, so that whoever left it out reads what it is for. */
    String descriptionOf(String key) {
        JsonNode property = keys.path(key);
        return words(property, "description", words(resolved(root, property), "description", description));
    }
}
