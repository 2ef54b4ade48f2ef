package dev.blackstart.answer;

import dev.blackstart.finding.Finding;
import dev.blackstart.terminal.SafeText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** Findings that differ in their places only: one cause mostly, such as somebody who left, in every file of a store. */
record Alike(Finding first, List<Finding> others) {
    private static final int SHOWN = 3;

    /** Group findings, in the order of the first of each group. */
    static List<Alike> group(List<Finding> findings) {
        return findings.stream()
                .collect(Collectors.groupingBy(Alike::cause, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(alike -> new Alike(alike.get(0), alike.subList(1, alike.size())))
                .toList();
    }

    private static List<Object> cause(Finding finding) {
        return List.of(finding.severity(), finding.code(), finding.message(), finding.hint());
    }

    /** Word where else it was found; empty where it was found once. */
    String elsewhere() {
        if (others.isEmpty()) {
            return "";
        }
        List<String> places = others.stream()
                .limit(SHOWN)
                .map(other -> SafeText.plain(other.place().fileAndLine()))
                .toList();
        int more = others.size() - places.size();
        return "also in " + String.join(", ", places)
                + (more == 0 ? "" : " and %d more; --format json lists them".formatted(more));
    }
}
