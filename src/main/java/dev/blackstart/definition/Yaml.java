package dev.blackstart.definition;

import dev.blackstart.finding.Place;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A value in a YAML file, with its place. What is missing or of another type is empty here: {@link SchemaCheck} has
 * reported it already, and whoever reads on reads what is there.
 *
 * @param place of the value itself
 * @param named where the value is named: its key, or the value itself if it has none
 */
record Yaml(Node node, Place place, Place named) {
    private static final String MERGE = "<<";

    /** A key of a mapping and what it stands for. */
    record Entry(String key, Yaml name, Yaml value) {
        Place place() {
            return name.place();
        }
    }

    static Yaml root(Node node, Path file) {
        Place place = place(node, file);
        return new Yaml(node, place, place);
    }

    static Place place(Optional<Mark> mark, Path file) {
        return new Place(
                file,
                mark.map(m -> m.getLine() + 1).orElse(1),
                mark.map(m -> m.getColumn() + 1).orElse(1));
    }

    private static Place place(Node node, Path file) {
        return place(node.getStartMark(), file);
    }

    private Path file() {
        return place.file();
    }

    boolean isMapping() {
        return node instanceof MappingNode;
    }

    boolean isSequence() {
        return node instanceof SequenceNode;
    }

    boolean isText() {
        return node.getTag().equals(Tag.STR);
    }

    boolean isNull() {
        return node.getTag().equals(Tag.NULL);
    }

    /** Lists the entries of a mapping whose keys are plain names; of anything else, none. */
    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key
                        && !key.getValue().equals(MERGE)) {
                    Yaml name = root(key, file());
                    Yaml value = new Yaml(tuple.getValueNode(), place(tuple.getValueNode(), file()), name.place);
                    entries.add(new Entry(key.getValue().intern(), name, value));
                }
            }
            addMerged(mapping, entries);
        }
        return entries;
    }

    /** Adds the entries of other mappings behind {@code <<}, as Compose does; what stands here itself counts. */
    private void addMerged(MappingNode mapping, List<Entry> entries) {
        Set<String> own = new HashSet<>();
        entries.forEach(entry -> own.add(entry.key()));
        merged(mapping)
                .flatMap(other -> other.entries().stream())
                .filter(entry -> own.add(entry.key()))
                .forEach(entries::add);
    }

    private Stream<Yaml> merged(MappingNode mapping) {
        List<Yaml> merged = new ArrayList<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals(MERGE)) {
                Yaml others = root(tuple.getValueNode(), file());
                merged.addAll(others.isSequence() ? others.items() : List.of(others));
            }
        }
        return merged.stream();
    }

    Optional<Yaml> get(String key) {
        return node instanceof MappingNode mapping
                ? own(mapping, key)
                        .or(() -> merged(mapping)
                                .flatMap(other -> other.get(key).stream())
                                .findFirst())
                : Optional.empty();
    }

    /** Gives what stands in the mapping itself, and makes nothing of the other entries. */
    private Optional<Yaml> own(MappingNode mapping, String key) {
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key) && !key.equals(MERGE)) {
                Node value = tuple.getValueNode();
                return Optional.of(new Yaml(value, place(value, file()), place(name, file())));
            }
        }
        return Optional.empty();
    }

    /** Descends through mappings. */
    Optional<Yaml> get(String key, String below) {
        return get(key).flatMap(value -> value.get(below));
    }

    List<Entry> entries(String key) {
        return get(key).map(Yaml::entries).orElse(List.of());
    }

    List<Yaml> items() {
        if (!(node instanceof SequenceNode sequence)) {
            return List.of();
        }
        return sequence.getValue().stream().map(item -> root(item, file())).toList();
    }

    List<Yaml> items(String key) {
        return get(key).map(Yaml::items).orElse(List.of());
    }

    /** Gives the text of a scalar as it stands in the file: a number or a truth value as written. */
    Optional<String> text() {
        return node instanceof ScalarNode scalar && !isNull() ? Optional.of(scalar.getValue()) : Optional.empty();
    }

    Optional<String> text(String key) {
        return get(key).flatMap(Yaml::text);
    }

    Optional<Integer> number(String key) {
        try {
            return text(key).map(text -> new BigDecimal(text).intValueExact()); // 5.0 is an integer in schemas, too
        } catch (NumberFormatException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** Lists the texts of a list, or the one text that stands in its stead. */
    List<String> texts(String key) {
        return get(key).map(Yaml::texts).orElse(List.of());
    }

    List<String> texts() {
        return isSequence()
                ? items().stream().flatMap(item -> item.text().stream()).toList()
                : text().stream().toList();
    }
}
