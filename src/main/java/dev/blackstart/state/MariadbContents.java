package dev.blackstart.state;

import dev.blackstart.state.Fingerprint.Content;
import dev.blackstart.state.Fingerprint.Thing;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Takes the content of tables and sequences in one snapshot, and whether each view can be read. */
final class MariadbContents {
    /** What the application drops meanwhile is no reason to know nothing. */
    private static final Pattern GONE = Pattern.compile("ERROR (?:1049|1051|1146) ");

    /** Values that are told apart each by itself, in a table and in all: their digests have to be read as a whole. */
    private static final int CELLS = 4_000;

    private static final int ALL_CELLS = 400_000;

    private final MariadbSession session;
    private final MariadbCatalogue catalogue;
    private final List<MariadbObject> objects;
    private final String mark;
    private final boolean lenient;
    private final MariadbAnswers answers;

    /** @param lenient whether a table that cannot be read is told of, instead of ending it all */
    MariadbContents(
            MariadbSession session,
            MariadbCatalogue catalogue,
            List<MariadbObject> objects,
            String mark,
            boolean lenient) {
        this.session = session;
        this.catalogue = catalogue;
        this.objects = objects;
        this.mark = mark;
        this.lenient = lenient;
        this.answers = new MariadbAnswers(catalogue, objects, mark);
    }

    SortedMap<Thing, Content> take() {
        StringBuilder script = new StringBuilder("start transaction with consistent snapshot;\n");
        TreeSet<Integer> silent = new TreeSet<>();
        for (int number = 0; number < objects.size(); number++) {
            // What was read is locked against changes of its definition no longer than that.
            script.append("savepoint before_it;\n")
                    .append(question(number))
                    .append("rollback to savepoint before_it;\n");
            if (objects.get(number).table() || objects.get(number).sequence()) {
                silent.add(number);
            }
        }
        MariadbSession.Told told = session.each(script.toString());
        silent.removeAll(answers.read(told.lines()));
        if (!told.whole()) {
            session.await();
        }
        List<MariadbObject> unreadable = new ArrayList<>();
        silent.stream().filter(number -> !answersAlone(number)).forEach(number -> unreadable.add(objects.get(number)));
        return answers.things(unreadable);
    }

    private String question(int number) {
        MariadbObject object = objects.get(number);
        if (object.table()) {
            MariadbRows rows = catalogue.rows(object, mark);
            return rows.content("content", number)
                    + rows.parts(number)
                    + (objects.size() <= ALL_CELLS / CELLS ? rows.cells(number, CELLS) : "")
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

    /** What gave no answer beside the others is asked by itself, to know why; what is gone by now needs to give none. */
    private boolean answersAlone(int number) {
        try {
            answers.read(session.all(question(number)));
            return true;
        } catch (StateException e) {
            if (!lenient && !GONE.matcher(e.detail()).find()) {
                throw e;
            }
            return GONE.matcher(e.detail()).find();
        }
    }
}
