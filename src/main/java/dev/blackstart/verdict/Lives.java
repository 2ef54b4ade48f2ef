package dev.blackstart.verdict;

import dev.blackstart.finding.Finding;
import dev.blackstart.history.AttemptHistory;
import dev.blackstart.journal.Event;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says of what changes on its own that nobody compared its value. */
final class Lives {
    private static final int SHOWN = 12;

    private Lives() {}

    private record Whose(String state, String host, boolean declared) {}

    static List<Finding> findings(AttemptHistory main, Places places) {
        Map<Whose, List<Event.Lived>> all = new LinkedHashMap<>();
        main.all(Event.Lived.class)
                .forEach(lived -> all.computeIfAbsent(
                                new Whose(lived.state(), lived.host(), lived.declared()), whose -> new ArrayList<>())
                        .add(lived));
        List<Finding> findings = new ArrayList<>();
        all.forEach((whose, lived) -> findings.add(finding(whose, lived, places)));
        return findings;
    }

    private static Finding finding(Whose whose, List<Event.Lived> lived, Places places) {
        String shown = lived.stream()
                .limit(SHOWN)
                .map(one -> one.part() + " (" + one.what() + ")")
                .collect(Collectors.joining(", "));
        String rest = lived.size() > SHOWN ? ", and %,d more".formatted(lived.size() - SHOWN) : "";
        return new Finding(
                VerdictCode.LIVING,
                places.drill(),
                "of %s on %s, what changes on its own was compared by presence and bounds, not by value: %s%s"
                        .formatted(whose.state(), whose.host(), shown, rest),
                whose.declared()
                        ? "compose.yaml says so"
                        : "where that is meant, say so beside the state in compose.yaml: living: ["
                                + lived.stream().map(one -> quoted(one.part())).collect(Collectors.joining(", "))
                                + "]");
    }

    /** As YAML wants it within brackets. */
    private static String quoted(String name) {
        return name.matches("[A-Za-z_/][A-Za-z0-9_./-]*") ? name : "'" + name.replace("'", "''") + "'";
    }
}
