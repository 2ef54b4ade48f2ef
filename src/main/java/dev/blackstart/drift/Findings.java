package dev.blackstart.drift;

import dev.blackstart.finding.Code;
import dev.blackstart.finding.Finding;
import dev.blackstart.finding.Place;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects findings, each once. */
final class Findings {
    private static final Comparator<Finding> WORST_FIRST = Comparator.comparing(Finding::severity)
            .thenComparing(finding -> DriftCode.IN_ORDER.indexOf(finding.code()))
            .thenComparing(finding -> finding.place().file())
            .thenComparing(finding -> finding.place().line())
            .thenComparing(Finding::message);

    private final Set<Finding> found = new LinkedHashSet<>();
    private final Strays strays = new Strays();

    void add(Code code, Place place, String message, String hint) {
        found.add(new Finding(code, place, message, hint));
    }

    void addAll(List<Finding> faults) {
        found.addAll(faults);
    }

    /** Who the findings are about, file by file. */
    Strays strays() {
        return strays;
    }

    List<Finding> inOrder() {
        return found.stream().sorted(WORST_FIRST).toList();
    }
}
