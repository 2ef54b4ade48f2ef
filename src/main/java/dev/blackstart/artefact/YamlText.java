package dev.blackstart.artefact;

import dev.blackstart.artefact.Node.Nothing;
import dev.blackstart.artefact.Node.Text;
import dev.blackstart.finding.Place;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads YAML to trees, with its anchors, aliases and merged mappings. */
final class YamlText {
    private static final int MOST_CHARACTERS = 16 * 1024 * 1024;
    private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");

    /** Where sops wants each key once; in secrets themselves it takes what comes. */
    private static final Set<String> OF_SOPS = Set.of("sops", "creation_rules");

    private final Path file;
    private final List<NodeBuilder> documents = new ArrayList<>();
    private final Map<Anchor, Node> anchored = new HashMap<>();
    private final Deque<Optional<Anchor>> open = new ArrayDeque<>();

    YamlText(Path file) {
        this.file = file;
    }

    List<Node> read(String text) throws BrokenTextException {
        LoadSettings settings =
                LoadSettings.builder().setCodePointLimit(MOST_CHARACTERS).build();
        try {
            for (Event event : new Parse(settings).parseString(text)) {
                if (event instanceof DocumentStartEvent) {
                    documents.add(new NodeBuilder());
                    anchored.clear();
                } else if (!documents.isEmpty()) {
                    take(event, documents.get(documents.size() - 1));
                }
            }
        } catch (MarkedYamlEngineException e) {
            Place place = e.getProblemMark().map(this::place).orElse(Place.start(file));
            throw new BrokenTextException(place, "not valid YAML: " + e.getProblem(), e);
        } catch (YamlEngineException e) {
            String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new BrokenTextException(Place.start(file), "not valid YAML: " + message, e);
        }
        return documents.stream().map(one -> one.built(Place.start(file))).toList();
    }

    private void take(Event event, NodeBuilder builder) throws BrokenTextException {
        if (event instanceof CollectionStartEvent start) {
            if (builder.wantsKey()) {
                throw new BrokenTextException(place(event), "a mapping or list as a key");
            }
            builder.begin(event instanceof SequenceStartEvent, place(event));
            open.push(start.getAnchor());
        } else if (event instanceof CollectionEndEvent) {
            Node ended = builder.end();
            open.pop().ifPresent(anchor -> anchored.put(anchor, ended));
        } else if (event instanceof ScalarEvent scalar) {
            Node node = scalar(scalar);
            scalar.getAnchor().ifPresent(anchor -> anchored.put(anchor, node));
            put(node, scalar.getValue(), builder);
        } else if (event instanceof AliasEvent alias) {
            // An anchor is known once what it stands for has ended, so that nothing can hold itself.
            Node node = anchored.get(alias.getAlias());
            if (node == null) {
                throw new BrokenTextException(place(event), "no anchor before *" + alias.getAlias());
            }
            put(node, node instanceof Text text ? text.text() : "", builder);
        }
    }

    private static void put(Node node, String text, NodeBuilder builder) throws BrokenTextException {
        if (builder.wantsKey()) {
            if (builder.repeats(text, OF_SOPS)) {
                throw new BrokenTextException(
                        node.place(), "\"%s\" stands there twice: sops reads neither".formatted(text));
            }
            builder.key(text);
        } else {
            builder.add(node);
        }
    }

    private Node scalar(ScalarEvent scalar) {
        boolean nothing = scalar.isPlain() && scalar.getTag().isEmpty() && NOTHING.contains(scalar.getValue());
        return nothing ? new Nothing(place(scalar)) : new Text(scalar.getValue(), place(scalar));
    }

    private Place place(Event event) {
        return event.getStartMark().map(this::place).orElse(Place.start(file));
    }

    private Place place(Mark mark) {
        return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
