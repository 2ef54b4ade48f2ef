package dev.blackstart.state;

import dev.blackstart.state.Fingerprint.Content;
import dev.blackstart.state.Fingerprint.Thing;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Lets a server check its tables by {@code CHECK TABLE … EXTENDED}, its own tables included; gives those that are unsound. */
final class MariadbSoundness {
    private static final String TAG = "of";
    private static final String CUT = "the server went away while it was checked";

    private MariadbSoundness() {}

    static SortedMap<Thing, Content> of(MariadbSession session, List<MariadbObject> objects) {
        List<MariadbObject> tables =
                objects.stream().filter(MariadbObject::table).toList();
        SortedMap<Thing, Content> unsound = new TreeMap<>();
        int next = 0;
        while (next < tables.size()) {
            MariadbSession.Told told = session.each(script(tables, next));
            List<List<List<String>>> answers = answers(told.lines());
            for (List<List<String>> answer : answers) {
                boolean last = next + 1 == tables.size() || answer == answers.get(answers.size() - 1);
                String fault = last && !told.whole() ? CUT : fault(answer);
                if (!fault.isEmpty()) {
                    unsound.put(
                            new Thing(
                                    MariadbDifferences.UNSOUND, tables.get(next).shown()),
                            new Content(0, fault));
                }
                next++;
            }
            if (answers.isEmpty()) {
                throw new StateException("the tables cannot be checked", "the server does not answer");
            }
            if (!told.whole()) {
                session.await();
            }
        }
        return unsound;
    }

    private static String script(List<MariadbObject> tables, int first) {
        StringBuilder script = new StringBuilder();
        for (MariadbObject table : tables.subList(first, tables.size())) {
            script.append("select '%s';\n".formatted(TAG));
            for (String how : List.of("extended", "for upgrade")) {
                script.append("check table %s %s;\n".formatted(table.path(), how));
            }
        }
        return script.toString();
    }

    /** What was said of each table, in their order. */
    private static List<List<List<String>>> answers(List<List<String>> lines) {
        List<List<List<String>>> answers = new ArrayList<>();
        for (List<String> line : lines) {
            if (line.equals(List.of(TAG))) {
                answers.add(new ArrayList<>());
            } else {
                answers.get(answers.size() - 1).add(line);
            }
        }
        return answers;
    }

    /** Of each line the last two fields are the weight of a message, and the message. */
    private static String fault(List<List<String>> answer) {
        List<String> messages = answer.stream()
                .filter(line -> !line.get(line.size() - 2).equals("status")
                        && !line.get(line.size() - 2).equals("note"))
                .map(line -> line.get(line.size() - 1))
                .distinct()
                .toList();
        return answer.isEmpty() ? "no answer" : String.join("; ", messages);
    }
}
