package dev.blackstart.drift;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes what an inventory would have to say, for somebody to put there. */
final class InventoryLines {
    private InventoryLines() {}

    /** Writes who really opens a file: {@code { anyOf: [alice, bob] }}. */
    static String openedBy(List<Set<String>> groups, int threshold) {
        List<String> known = groups.stream()
                .filter(group -> !group.isEmpty())
                .map(InventoryLines::anyOf)
                .toList();
        return known.size() == 1
                ? known.get(0)
                : "{ quorum: %d, of: [%s] }".formatted(threshold, String.join(", ", known));
    }

    private static String anyOf(Set<String> people) {
        String names = people.stream().map(InventoryLines::text).collect(Collectors.joining(", "));
        return people.size() == 1 ? names : "{ anyOf: [" + names + "] }";
    }

    /** Writes a text so that it is read as that text. */
    static String text(String text) {
        return text.matches("[A-Za-z][\\w./-]*") && !text.matches("true|false|null")
                ? text
                : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
