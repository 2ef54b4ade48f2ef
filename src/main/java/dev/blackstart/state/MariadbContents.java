package dev.blackstart.state;

import dev.blackstart.state.Fingerprint.Content;
import dev.blackstart.state.Fingerprint.Thing;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Takes the content of tables and sequences in one snapshot, and whether each view can be read. */
final class MariadbContents {
    /** What the application drops meanwhile is no reason to know nothing. */
    private static final Pattern GONE = Pattern.compile("ERROR (?:1049|1051|1146) ");

    private static final String CONTENT = "content";

    private final MariadbSession session;
    private final MariadbCatalogue catalogue;
    private final String mark;
    private final boolean lenient;
    private final SortedMap<Thing, Content> things = new TreeMap<>();

    /** @param lenient whether a table that cannot be read is told of, instead of ending it all */
    MariadbContents(MariadbSession session, MariadbCatalogue catalogue, String mark, boolean lenient) {
        this.session = session;
        this.catalogue = catalogue;
        this.mark = mark;
        this.lenient = lenient;
    }

    SortedMap<Thing, Content> of(List<MariadbObject> objects) {
        StringBuilder script = new StringBuilder("start transaction with consistent snapshot;\n");
        for (int number = 0; number < objects.size(); number++) {
            // What was read is locked against changes of its definition no longer than that.
            script.append("savepoint before_it;\n")
                    .append(question(objects.get(number), number))
                    .append("rollback to savepoint before_it;\n");
        }
        MariadbSession.Told told = session.each(script.toString());
        TreeSet<Integer> silent = new TreeSet<>();
        for (int number = 0; number < objects.size(); number++) {
            if (objects.get(number).table() || objects.get(number).sequence()) {
                silent.add(number);
            }
        }
        silent.removeAll(read(objects, told.lines()));
        if (!told.whole()) {
            session.await();
        }
        silent.forEach(number -> alone(objects, number));
        return things;
    }

    private String question(MariadbObject object, int number) {
        if (object.table()) {
            MariadbRows rows = catalogue.rows(object, mark);
            return rows.content(CONTENT, number)
                    + rows.parts(number)
                    + (object.versioned() ? rows.content(MariadbDifferences.HISTORY, number) : "");
        }
        if (object.sequence()) {
            return ("select 'sequence', %d, next_not_cached_value, increment, if(cycle_option, 'cycles', 'ends'),"
                            + " minimum_value, maximum_value from %s;\n")
                    .formatted(number, object.path());
        }
        return object.view()
                ? "select '%s', %d from (select count(*) from (select 1 from %s limit 0) none) used;\n"
                        .formatted(MariadbDifferences.USED, number, object.path())
                : "";
    }

    /** What gave no answer beside the others is asked by itself, to know why. */
    private void alone(List<MariadbObject> objects, int number) {
        MariadbObject object = objects.get(number);
        try {
            read(objects, session.all(question(object, number)));
        } catch (StateException e) {
            if (GONE.matcher(e.detail()).find()) {
                return;
            }
            if (!lenient) {
                throw e;
            }
            String sort = object.sequence() ? MariadbDifferences.SEQUENCE : MariadbDifferences.TABLE;
            things.put(new Thing(sort, object.shown()), new Content(0, MariadbDifferences.UNREADABLE));
        }
    }

    /** Read what was answered; gives the numbers of what was answered for. */
    private List<Integer> read(List<MariadbObject> objects, List<List<String>> lines) {
        List<Integer> answered = new ArrayList<>();
        for (List<String> line : lines) {
            int number = Integer.parseInt(line.get(1));
            MariadbObject object = objects.get(number);
            String shown = object.shown();
            switch (line.get(0)) {
                case CONTENT -> things.put(new Thing(MariadbDifferences.TABLE, shown), content(object, line));
                case MariadbDifferences.HISTORY ->
                    things.put(new Thing(MariadbDifferences.HISTORY, "history of " + shown), content(object, line));
                case "parts" -> parts(object, line);
                case MariadbDifferences.SEQUENCE ->
                    things.put(
                            new Thing(MariadbDifferences.SEQUENCE, shown),
                            new Content(0, String.join(" ", line.subList(2, line.size()))));
                default -> things.put(new Thing(MariadbDifferences.USED, shown), new Content(0, ""));
            }
            answered.add(number);
        }
        return answered;
    }

    private static Content content(MariadbObject table, List<String> line) {
        if (MariadbRows.broken(line.get(3))) {
            throw new StateException(
                    table.shown() + " cannot be read", "it has rows that are longer than max_allowed_packet");
        }
        return new Content(Long.parseLong(line.get(2)), line.get(3));
    }

    private void parts(MariadbObject table, List<String> line) {
        Thing thing = new Thing(MariadbDifferences.TABLE, table.shown());
        List<String> names = catalogue.rows(table, mark).names();
        SortedMap<String, String> parts = new TreeMap<>();
        for (int at = 0; at < names.size(); at++) {
            parts.put(names.get(at), line.get(at + 2));
        }
        things.computeIfPresent(
                thing,
                (same, content) -> content.count() > 0 && parts.containsValue(MariadbRows.NONE)
                        ? content
                        : new Content(content.count(), content.content(), parts));
    }
}
