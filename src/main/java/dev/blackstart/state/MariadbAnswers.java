package dev.blackstart.state;

import dev.blackstart.state.Fingerprint.Content;
import dev.blackstart.state.Fingerprint.Thing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what a server answers about the content of its objects, each line with the number of one. */
final class MariadbAnswers {
    private final MariadbCatalogue catalogue;
    private final List<MariadbObject> objects;
    private final String mark;
    private final SortedMap<Thing, Content> things = new TreeMap<>();
    private final Map<Thing, SortedMap<String, String>> cells = new HashMap<>();

    MariadbAnswers(MariadbCatalogue catalogue, List<MariadbObject> objects, String mark) {
        this.catalogue = catalogue;
        this.objects = objects;
        this.mark = mark;
    }

    /** Gives the numbers of what was answered for. */
    List<Integer> read(List<List<String>> lines) {
        List<Integer> answered = new ArrayList<>();
        for (List<String> line : lines) {
            int number = Integer.parseInt(line.get(1));
            read(objects.get(number), line);
            answered.add(number);
        }
        return answered;
    }

    private void read(MariadbObject object, List<String> line) {
        String shown = object.shown();
        Thing table = new Thing(MariadbDifferences.TABLE, shown);
        switch (line.get(0)) {
            case "content" -> things.put(table, content(object, line));
            case "parts" -> parts(table, names(object), line);
            case "cells" -> cells(table, names(object), line);
            case MariadbDifferences.HISTORY ->
                things.put(new Thing(MariadbDifferences.HISTORY, "history of " + shown), content(object, line));
            case MariadbDifferences.SEQUENCE ->
                things.put(
                        new Thing(MariadbDifferences.SEQUENCE, shown),
                        new Content(0, String.join(" ", line.subList(2, line.size()))));
            default -> things.put(new Thing(MariadbDifferences.USED, shown), new Content(0, ""));
        }
    }

    private List<String> names(MariadbObject table) {
        return catalogue.rows(table, mark).names();
    }

    private static Content content(MariadbObject table, List<String> line) {
        if (MariadbRows.broken(line.get(3))) {
            throw new StateException(
                    table.shown() + " cannot be read", "it has rows that are longer than max_allowed_packet");
        }
        return new Content(Long.parseLong(line.get(2)), line.get(3));
    }

    private void parts(Thing table, List<String> names, List<String> line) {
        SortedMap<String, String> parts = new TreeMap<>();
        for (int at = 0; at < names.size(); at++) {
            parts.put(names.get(at), line.get(at + 2));
        }
        things.computeIfPresent(
                table,
                (same, content) -> content.count() > 0 && parts.containsValue(MariadbRows.NONE)
                        ? content
                        : new Content(content.count(), content.content(), parts));
    }

    private void cells(Thing table, List<String> names, List<String> line) {
        SortedMap<String, String> parts = cells.computeIfAbsent(table, any -> new TreeMap<>());
        for (int at = 0; at < names.size(); at++) {
            parts.put(new Cell(names.get(at), line.get(2)).key(), line.get(at + 3));
        }
    }

    /** All that was answered, and that this cannot be read. */
    SortedMap<Thing, Content> things(List<MariadbObject> unreadable) {
        SortedMap<Thing, Content> all = new TreeMap<>(things);
        cells.forEach((table, parts) ->
                all.computeIfPresent(table, (same, content) -> new Content(content.count(), content.content(), parts)));
        unreadable.forEach(object -> all.put(
                new Thing(object.sequence() ? MariadbDifferences.SEQUENCE : MariadbDifferences.TABLE, object.shown()),
                new Content(0, MariadbDifferences.UNREADABLE)));
        return all;
    }
}
