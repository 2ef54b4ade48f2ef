package dev.blackstart.definition;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import dev.blackstart.finding.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Words a schema's errors for the person who wrote the file, at the place in the file. */
final class SchemaFaults {
    private static final int LONGEST = 60;

    private final JsonNode schema;
    private final Schemas.Kind kind;
    private final Yaml root;
    private final Problems problems;

    SchemaFaults(JsonNode schema, Schemas.Kind kind, Yaml root, Problems problems) {
        this.schema = schema;
        this.kind = kind;
        this.root = root;
        this.problems = problems;
    }

    void report(Error error) {
        SchemaPath path = SchemaPath.of(schema, error.getEvaluationPath());
        if (path.isBranch()) {
            return; // The error of the choice itself says it.
        }
        Yaml value = valueAt(error.getInstanceLocation());
        switch (error.getKeyword()) {
            case "additionalProperties", "unevaluatedProperties" -> unknownKey(value, error.getProperty(), path);
            case "propertyNames" -> badKey(value, error.getProperty(), path);
            case "required" -> missing(value, error.getProperty(), path);
            case "dependentRequired" -> missing(value, String.valueOf(error.getArguments()[0]), path);
            case "oneOf" -> choice(value, path);
            case "uniqueItems" -> repeated(value, path);
            case "enum" -> word(value, error.getInstanceLocation(), path);
            default -> unexpected(value, path);
        }
    }

    private void unknownKey(Yaml mapping, String key, SchemaPath path) {
        List<String> known = path.properties().stream()
                .filter(name -> kind != Schemas.Kind.COMPOSE
                        || ComposeKeys.whyUnsupported(name).isEmpty())
                .toList();
        Place place = keyPlace(mapping, key);
        if (kind == Schemas.Kind.COMPOSE && unsupported(place, key)) {
            return;
        }
        problems.error(
                place,
                "unknown key \"%s\"%s".formatted(shortened(key), Similar.suggestion(key, known)),
                known.isEmpty() ? "No key is allowed here." : "Known here: " + String.join(", ", known) + ".");
    }

    /** Says why a key of Compose is not supported, also where the only value that it may have is another one. */
    private boolean unsupported(Place place, String key) {
        Optional<String> why = ComposeKeys.whyUnsupported(key);
        why.ifPresent(reason -> problems.error(place, ComposeKeys.named(key), reason));
        return why.isPresent();
    }

    private void badKey(Yaml mapping, String key, SchemaPath path) {
        problems.error(
                keyPlace(mapping, key),
                "expected %s, found \"%s\"".formatted(path.title(), shortened(key)),
                path.description());
    }

    private void missing(Yaml mapping, String key, SchemaPath path) {
        if (kind == Schemas.Kind.COMPOSE
                && ComposeKeys.insteadOf(key).stream()
                        .anyMatch(other -> mapping.get(other).isPresent())) {
            return; // What stands there in its stead is reported, and says what to write.
        }
        problems.error(mapping.named(), "missing key \"" + key + "\"", path.descriptionOf(key));
    }

    private void choice(Yaml mapping, SchemaPath path) {
        List<String> choices = path.choices();
        List<String> chosen = choices.stream()
                .filter(choice -> mapping.get(choice).isPresent())
                .map(choice -> "\"" + choice + "\"")
                .toList();
        problems.error(
                mapping.named(),
                "expected exactly one of \"%s\", found %s"
                        .formatted(
                                String.join("\", \"", choices),
                                chosen.isEmpty() ? "none" : String.join(" and ", chosen)),
                path.description());
    }

    private void repeated(Yaml list, SchemaPath path) {
        Set<String> seen = new HashSet<>();
        for (Yaml item : list.items()) {
            Optional<String> text = item.text();
            if (text.isPresent() && !seen.add(text.get())) {
                problems.error(item.place(), "\"" + shortened(text.get()) + "\" twice", "Remove one of the two.");
                return;
            }
        }
        problems.error(list.place(), "the same entry twice", path.description());
    }

    /** One that allows a single value is a key that is not supported, and may say what holds. */
    private void word(Yaml value, NodePath location, SchemaPath path) {
        String key = String.valueOf(location.getElement(location.getNameCount() - 1));
        if (kind != Schemas.Kind.COMPOSE || !unsupported(value.named(), key)) {
            unexpected(value, path);
        }
    }

    private void unexpected(Yaml value, SchemaPath path) {
        if (problems.errorAt(value.place())) {
            return; // Whatever it is meant to be, it cannot be read as that.
        }
        String suggestion = value.text()
                .map(text -> Similar.suggestion(text, path.allowed()))
                .orElse("");
        problems.error(
                value.place(),
                "expected %s, found %s%s".formatted(path.title(), found(value), suggestion),
                path.description());
    }

    private Yaml valueAt(NodePath location) {
        Yaml value = root;
        for (int i = 0; i < location.getNameCount(); i++) {
            Object element = location.getElement(i);
            Yaml parent = value;
            value = element instanceof Integer index
                            && parent.isSequence()
                            && index < parent.items().size()
                    ? parent.items().get(index)
                    : parent.get(String.valueOf(element)).orElse(parent);
        }
        return value;
    }

    private static Place keyPlace(Yaml mapping, String key) {
        return mapping.entries().stream()
                .filter(entry -> entry.key().equals(key))
                .map(Yaml.Entry::place)
                .findFirst()
                .orElse(mapping.named());
    }

    private static String found(Yaml value) {
        if (value.isMapping()) {
            return value.entries().isEmpty() ? "an empty mapping" : "a mapping";
        }
        if (value.isSequence()) {
            return value.items().isEmpty() ? "an empty list" : "a list";
        }
        return value.text()
                .map(text -> value.isText() ? "\"" + shortened(text) + "\"" : shortened(text))
                .orElse("nothing");
    }

    /** Keeps a message on one line, whatever the file holds. */
    static String shortened(String text) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        String line = lines.isEmpty() ? "" : lines.get(0);
        boolean cut = lines.size() > 1 || line.codePointCount(0, line.length()) > LONGEST;
        String start = line.codePointCount(0, line.length()) > LONGEST
                ? line.substring(0, line.offsetByCodePoints(0, LONGEST))
                : line;
        return cut ? start + "..." : start;
    }
}
