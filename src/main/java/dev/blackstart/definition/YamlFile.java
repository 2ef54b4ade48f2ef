package dev.blackstart.definition;

import dev.blackstart.finding.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Parses one YAML file within limits: depth, aliases, one document, no key twice, no tags of its own. */
final class YamlFile {
    private static final int DEEPEST = 40;
    private static final int MOST_ALIASES = 200;
    private static final Set<Tag> PLAIN = Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.SEQ, Tag.MAP);

    private final SourceText source;
    private final Problems problems;
    private boolean sound = true;

    private YamlFile(SourceText source, Problems problems) {
        this.source = source;
        this.problems = problems;
    }

    /** Gives the file's only document; empty, with the problems reported, if it cannot be relied on. */
    static Optional<Yaml> parse(SourceText source, Problems problems) {
        return new YamlFile(source, problems).parse();
    }

    private Optional<Yaml> parse() {
        LoadSettings settings = LoadSettings.builder()
                .setAllowNonScalarKeys(true)
                .setMaxAliasesForCollections(MOST_ALIASES)
                .setCodePointLimit(SourceText.MOST_BYTES)
                .setSchema(new PlainSchema())
                .build();
        try {
            // The parser keeps its state in a list, the composer on the thread's stack: depth is checked first.
            List<Event> events = events(settings);
            if (!sound) {
                return Optional.empty();
            }
            Optional<Node> node = new Composer(settings, new ParsedEvents(events)).getSingleNode();
            if (node.isEmpty()) {
                fault(Place.start(file()), "the file is empty", "See docs/schema for what belongs here.");
            }
            node.ifPresent(this::checkNodes);
            return sound ? node.map(root -> Yaml.root(root, file())) : Optional.empty();
        } catch (MarkedYamlEngineException e) {
            syntax(e);
        } catch (ReaderException e) {
            fault(
                    place(e.getPosition()),
                    "control character U+%04X".formatted(e.getCodePoint()),
                    "Remove it; YAML allows printable characters only.");
        } catch (YamlEngineException e) {
            fault(Place.start(file()), "not valid YAML: " + firstLine(e.getMessage()), "Correct the syntax.");
        }
        return Optional.empty();
    }

    private Path file() {
        return source.file();
    }

    private void fault(Place place, String message, String hint) {
        sound = false;
        problems.error(place, message, hint);
    }

    private List<Event> events(LoadSettings settings) {
        List<Event> events = new ArrayList<>();
        int depth = 0;
        int documents = 0;
        int aliases = 0;
        Set<Anchor> open = new HashSet<>();
        for (Event event : new Parse(settings).parseString(source.text())) {
            events.add(event);
            if (event instanceof DocumentStartEvent && ++documents == 2) {
                fault(place(event), "a second document in one file", "Put each document into a file of its own.");
                break;
            }
            if (event instanceof CollectionStartEvent start) {
                start.getAnchor().ifPresent(open::add);
                if (++depth > DEEPEST) {
                    fault(place(event), "nested deeper than " + DEEPEST + " levels", "Flatten the structure.");
                    break;
                }
            }
            if (event instanceof CollectionEndEvent) {
                depth--;
            }
            if (event instanceof AliasEvent alias && open.contains(alias.getAlias()) && ++aliases > MOST_ALIASES) {
                fault(
                        place(event),
                        "more than " + MOST_ALIASES + " aliases for lists and mappings",
                        "Write the values out; aliases of aliases grow without bound.");
                break;
            }
        }
        return events;
    }

    private Place place(Event event) {
        return Yaml.place(event.getStartMark(), file());
    }

    private void checkNodes(Node root) {
        new NodeCheck().visit(root, 0);
    }

    /** Walks the nodes with aliases expanded, up to a bound. */
    private final class NodeCheck {
        private static final int MOST_NODES = 100_000;
        private int nodes;

        void visit(Node node, int depth) {
            if (!sound && nodes > MOST_NODES) {
                return;
            }
            Place place = Yaml.place(node.getStartMark(), file());
            if (++nodes > MOST_NODES || depth > 2 * DEEPEST) {
                nodes = MOST_NODES + 1;
                fault(place, "aliases make the file grow without bound", "Write the values out.");
                return;
            }
            if (!PLAIN.contains(node.getTag())) {
                problems.error(
                        place,
                        "unsupported tag " + node.getTag().getValue().replace(Tag.PREFIX, "!!"),
                        "Remove the tag; plain YAML is enough here.");
            }
            if (node instanceof SequenceNode sequence) {
                sequence.getValue().forEach(item -> visit(item, depth + 1));
            }
            if (node instanceof MappingNode mapping) {
                visitMapping(mapping, depth);
            }
        }

        private void visitMapping(MappingNode mapping, int depth) {
            Set<String> keys = new HashSet<>();
            for (NodeTuple tuple : mapping.getValue()) {
                Place place = Yaml.place(tuple.getKeyNode().getStartMark(), file());
                if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                    fault(place, "a key that is not a name", "Write a plain word before the colon.");
                } else if (!keys.add(key.getValue())) {
                    problems.error(
                            place,
                            "duplicate key \"" + key.getValue() + "\"",
                            "Remove one of the two; only one of them would count.");
                }
                visit(tuple.getValueNode(), depth + 1);
            }
        }
    }

    private void syntax(MarkedYamlEngineException e) {
        Place place = Yaml.place(e.getProblemMark().or(e::getContextMark), file());
        String problem = firstLine(e.getProblem());
        if (problem.contains("end of stream") && String.valueOf(e.getContext()).contains("quoted scalar")) {
            fault(
                    Yaml.place(e.getContextMark(), file()),
                    "the quote that opens here never ends",
                    "Close it; until then all that follows is part of the text.");
        } else if (problem.contains("TAB")) {
            fault(place, "a tab where YAML wants spaces", "Indent with spaces.");
        } else {
            fault(place, "not valid YAML: " + problem, "Check quotes, brackets and indentation at this place.");
        }
    }

    private Place place(int codePoint) {
        String text = source.text();
        int within = Math.min(codePoint, text.codePointCount(0, text.length()));
        return SourceText.endOf(text.substring(0, text.offsetByCodePoints(0, within)), file());
    }

    private static String firstLine(@Nullable String message) {
        return String.valueOf(message).lines().findFirst().orElse("").strip();
    }
}
