package dev.blackstart.state;

import dev.blackstart.state.Fingerprint.Content;
import dev.blackstart.state.Fingerprint.Thing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What {@code mariadb-catalogue.sql} tells: things as they are, and what is to be looked into. */
final class MariadbCatalogue {
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private final SortedMap<Thing, Content> things = new TreeMap<>();
    private final List<MariadbObject> objects = new ArrayList<>();
    private final Map<List<String>, List<MariadbColumn>> columns = new LinkedHashMap<>();

    private MariadbCatalogue() {}

    static MariadbCatalogue read(List<List<String>> lines) {
        MariadbCatalogue catalogue = new MariadbCatalogue();
        lines.forEach(catalogue::line);
        return catalogue;
    }

    SortedMap<Thing, Content> things() {
        return things;
    }

    List<MariadbObject> objects() {
        return objects;
    }

    MariadbRows rows(MariadbObject table, String mark) {
        return new MariadbRows(table, columns.getOrDefault(List.of(table.schema(), table.name()), List.of()), mark);
    }

    private void line(List<String> fields) {
        String sort = fields.get(0);
        if (NUMBER.matcher(sort).matches()) {
            things.put(
                    new Thing("fact", "prepared transaction " + fields.get(fields.size() - 1)), new Content(0, "{}"));
        } else if (sort.equals("listed")) {
            objects.add(new MariadbObject(fields.get(2), fields.get(3), fields.get(4)));
        } else if (sort.equals("columns")) {
            columns(fields.get(3), fields.get(4), fields.get(2));
        } else {
            Object[] names = fields.stream().skip(3).map(MariadbObject::shown).toArray();
            things.put(new Thing(sort, fields.get(1).formatted(names)), new Content(0, fields.get(2)));
        }
    }

    /** Those of a sequence are the same for all. */
    private void columns(String schema, String name, String json) {
        columns.put(List.of(schema, name), MariadbColumn.of(json));
        objects.stream()
                .filter(object -> (object.table() || object.view())
                        && object.schema().equals(schema)
                        && object.name().equals(name))
                .forEach(object -> things.put(new Thing("columns", object.shown()), new Content(0, json)));
    }
}
