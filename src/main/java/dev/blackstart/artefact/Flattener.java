package dev.blackstart.artefact;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.blackstart.artefact.Flat.Value;
import dev.blackstart.finding.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Flattens YAML, JSON, dotenv and INI. Parsers are asked for events, so that neither depth nor aliases grow. */
final class Flattener {
    private static final int MOST_CHARACTERS = 16 * 1024 * 1024;
    private static final Pattern ASSIGNMENT = Pattern.compile("\\s*([^#;=\\s\\[][^=]*?)\\s*=\\s*(.*)");
    private static final Pattern SECTION = Pattern.compile("\\s*\\[(.*)]\\s*");

    private final Path file;
    private final Flat flat = new Flat();

    private Flattener(Path file) {
        this.file = file;
    }

    /** Why a file could not be flattened. */
    static final class BrokenException extends Exception {
        private static final long serialVersionUID = 1;

        private final transient Place place;

        BrokenException(Place place, String message, Throwable cause) {
            super(message, cause);
            this.place = place;
        }

        Place place() {
            return place;
        }
    }

    static Flat flatten(Path file, String text) throws BrokenException {
        Flattener flattener = new Flattener(file);
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".env")) {
            flattener.lines(text, "");
        } else if (name.endsWith(".ini")) {
            flattener.lines(text, "/");
        } else if (name.endsWith(".json") || text.stripLeading().startsWith("{")) {
            flattener.json(text);
        } else {
            flattener.yaml(text);
        }
        return flattener.flat;
    }

    private void json(String text) throws BrokenException {
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isScalarValue()) {
                    flat.put(
                            parser.getParsingContext()
                                    .pathAsPointer()
                                    .toString()
                                    .substring(1),
                            new Value(
                                    parser.getText(),
                                    place(parser.currentTokenLocation().getLineNr(), 1)));
                }
            }
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new BrokenException(place(line, 1), "not valid JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to be read", e);
        }
    }

    /** Where the next scalar belongs: below which path, and as which item or key of it. */
    private static final class Level {
        private final String path;
        private final boolean list;
        private int items;
        private boolean keyed;
        private String key = "";

        Level(String path, boolean list) {
            this.path = path;
            this.list = list;
        }

        String next() {
            String name = list ? Integer.toString(items++) : key;
            keyed = false;
            return path.isEmpty() ? name : path + "/" + name;
        }
    }

    private void yaml(String text) throws BrokenException {
        LoadSettings settings =
                LoadSettings.builder().setCodePointLimit(MOST_CHARACTERS).build();
        Deque<Level> levels = new ArrayDeque<>();
        try {
            for (Event event : new Parse(settings).parseString(text)) {
                Level level = levels.peek();
                boolean key = level != null && !level.list && !level.keyed;
                if (event instanceof MappingStartEvent || event instanceof SequenceStartEvent) {
                    if (key) {
                        throw new BrokenException(
                                place(event), "a mapping or list as a key", new YamlEngineException(""));
                    }
                    levels.push(new Level(level == null ? "" : level.next(), event instanceof SequenceStartEvent));
                } else if (event instanceof CollectionEndEvent) {
                    levels.pop();
                } else if (level != null && event instanceof ScalarEvent scalar) {
                    if (key) {
                        level.key = scalar.getValue();
                        level.keyed = true;
                    } else {
                        flat.put(level.next(), new Value(scalar.getValue(), place(event)));
                    }
                } else if (level != null && event instanceof AliasEvent alias) {
                    Anchor anchor = alias.getAlias();
                    if (key) {
                        level.key = anchor.getValue();
                        level.keyed = true;
                    } else {
                        flat.put(level.next(), new Value("*" + anchor.getValue(), place(event)));
                    }
                }
            }
        } catch (MarkedYamlEngineException e) {
            Place place = e.getProblemMark().map(this::place).orElse(place(1, 1));
            throw new BrokenException(place, "not valid YAML: " + e.getProblem(), e);
        } catch (YamlEngineException e) {
            String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new BrokenException(place(1, 1), "not valid YAML: " + message, e);
        }
    }

    /** Reads {@code sops_pgp__list_0__map_fp=…}, or the same without prefix in a section {@code [sops]}. */
    private void lines(String text, String section) {
        List<String> lines = text.lines().toList();
        String prefix = section;
        for (int i = 0; i < lines.size(); i++) {
            Matcher header = SECTION.matcher(lines.get(i));
            Matcher assignment = ASSIGNMENT.matcher(lines.get(i));
            if (!section.isEmpty() && header.matches()) {
                prefix = header.group(1).strip() + "/";
            } else if (assignment.matches()) {
                String key = assignment.group(1).replace("__list_", "/").replace("__map_", "/");
                String path = section.isEmpty() && key.startsWith("sops_") ? "sops/" + key.substring(5) : prefix + key;
                flat.put(path, new Value(assignment.group(2), place(i + 1, 1)));
            }
        }
    }

    private Place place(Event event) {
        return event.getStartMark().map(this::place).orElse(place(1, 1));
    }

    private Place place(Mark mark) {
        return place(mark.getLine() + 1, mark.getColumn() + 1);
    }

    private Place place(int line, int column) {
        return new Place(file, line, column);
    }
}
