package dev.blackstart.artefact;

import dev.blackstart.artefact.Node.Fields;
import dev.blackstart.artefact.Node.Items;
import dev.blackstart.artefact.Node.Nothing;
import dev.blackstart.finding.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts together a tree from what parsers say one after the other, so that no depth is too deep. */
final class NodeBuilder {
    /** YAML's key whose mappings count as if their fields stood in its place. */
    private static final String MERGE = "<<";

    private static final int MOST_MERGED = 1_000_000;

    private final Deque<Level> open = new ArrayDeque<>();
    private @Nullable Node root;
    private int merged;

    private static final class Level {
        private final Place place;
        private final boolean list;
        private final List<Node> items = new ArrayList<>();
        private final Map<String, Node> fields = new LinkedHashMap<>();
        private @Nullable String key;

        Level(Place place, boolean list) {
            this.place = place;
            this.list = list;
        }
    }

    void begin(boolean list, Place place) {
        open.push(new Level(place, list));
    }

    /** Says whether the next text is the name of a field. */
    boolean wantsKey() {
        Level level = open.peek();
        return level != null && !level.list && level.key == null;
    }

    /** Says whether a mapping at the top, or anywhere below one of these fields at the top, has this key already. */
    boolean repeats(String key, Set<String> below) {
        String top = open.getLast().key;
        boolean matters = open.size() == 1 || (top != null && below.contains(top));
        return matters && open.element().fields.containsKey(key);
    }

    void key(String key) {
        open.element().key = key;
    }

    /** Of fields with one name the last counts. */
    void add(Node node) {
        Level level = open.peek();
        if (level == null) {
            root = node;
        } else if (level.list) {
            level.items.add(node);
        } else if (level.key != null) {
            level.fields.put(level.key, node);
            level.key = null;
        }
    }

    /** Ends the innermost mapping or list, adds it where it belongs, and gives it. */
    Node end() throws BrokenTextException {
        Level level = open.pop();
        Node merge = level.fields.remove(MERGE);
        if (merge != null) {
            for (Node one : merge instanceof Items several ? several.items() : List.of(merge)) {
                merge(one, level);
            }
        }
        Node node = level.list ? new Items(level.items, level.place) : new Fields(level.fields, level.place);
        add(node);
        return node;
    }

    private void merge(Node node, Level into) throws BrokenTextException {
        if (node instanceof Fields fields) {
            merged += fields.fields().size();
            if (merged > MOST_MERGED) {
                throw new BrokenTextException(into.place, "more is merged than anybody writes");
            }
            fields.fields().forEach(into.fields::putIfAbsent);
        }
    }

    /** Gives the whole; nothing where the file held nothing. */
    Node built(Place start) {
        return root == null ? new Nothing(start) : root;
    }
}
