package dev.blackstart.state;

import dev.blackstart.state.Fingerprint.Content;
import dev.blackstart.state.Fingerprint.Thing;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Asks for the statements by which a server would make its objects again: they hold what no catalogue shows. */
final class MariadbDefinitions {
    /** So many at once that what comes is never too much. */
    private static final int AT_ONCE = 500;

    private static final String TAG = "of";

    /** What a table would give next is no part of how it is defined. */
    private static final Pattern COUNTER = Pattern.compile("(?m)^(\\) ENGINE=\\w+) AUTO_INCREMENT=\\d+");

    private MariadbDefinitions() {}

    static SortedMap<Thing, Content> of(MariadbSession session, List<MariadbObject> objects) {
        SortedMap<Thing, Content> definitions = new TreeMap<>();
        for (int first = 0; first < objects.size(); first += AT_ONCE) {
            List<MariadbObject> some = objects.subList(first, Math.min(first + AT_ONCE, objects.size()));
            StringBuilder script = new StringBuilder();
            for (int number = 0; number < some.size(); number++) {
                script.append("select '%s', %d;\n".formatted(TAG, number))
                        .append(some.get(number).showCreate());
            }
            read(some, session.each(script.toString()).lines(), definitions);
        }
        return definitions;
    }

    /** After each number stands a line with the statement, or nothing where there is none. */
    private static void read(List<MariadbObject> objects, List<List<String>> lines, SortedMap<Thing, Content> into) {
        int number = -1;
        for (List<String> line : lines) {
            List<String> statements =
                    line.stream().filter(field -> field.startsWith("CREATE ")).toList();
            if (statements.isEmpty()) {
                number = Integer.parseInt(line.get(1));
            } else {
                MariadbObject object = objects.get(number);
                into.put(
                        new Thing(MariadbDifferences.DEFINITION, object.shown()),
                        new Content(
                                0,
                                inLines(
                                        object,
                                        COUNTER.matcher(statements.get(0)).replaceFirst("$1"))));
            }
        }
    }

    /** What the server writes in one line, so that a difference names what differs. */
    private static String inLines(MariadbObject object, String statement) {
        if (object.sequence()) {
            return statement.replace(' ', '\n');
        }
        return object.view() ? statement.replace(",", ",\n").replace(" from ", "\nfrom ") : statement;
    }
}
