package dev.blackstart.drift;

import dev.blackstart.artefact.Fault;
import dev.blackstart.finding.Place;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects findings, each once. */
final class Findings {
    private static final Comparator<Finding> WORST_FIRST = Comparator.comparing(
                    (Finding finding) -> finding.code().severity())
            .reversed()
            .thenComparing(Finding::code)
            .thenComparing(finding -> finding.place().file())
            .thenComparing(finding -> finding.place().line())
            .thenComparing(Finding::message);

    private final Set<Finding> found = new LinkedHashSet<>();

    void add(Code code, Place place, String message, String hint) {
        found.add(new Finding(code, place, message, hint));
    }

    void addAll(List<Fault> faults) {
        faults.forEach(fault -> found.add(Finding.of(fault)));
    }

    List<Finding> inOrder() {
        return found.stream().sorted(WORST_FIRST).toList();
    }
}
