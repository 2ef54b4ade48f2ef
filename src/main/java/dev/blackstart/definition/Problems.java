package dev.blackstart.definition;

import dev.blackstart.finding.Finding;
import dev.blackstart.finding.Place;
import dev.blackstart.finding.Severity;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the problems of all files, so that they can be shown at once. */
final class Problems {
    static final Comparator<Finding> BY_PLACE = Comparator.comparing(
                    (Finding problem) -> problem.place().file())
            .thenComparing(problem -> problem.place().line())
            .thenComparing(problem -> problem.place().column());

    private final Set<Finding> found = new LinkedHashSet<>();

    void error(Place place, String message, String hint) {
        found.add(new Finding(DefinitionCode.BROKEN, place, message, hint));
    }

    void warning(Place place, String message, String hint) {
        found.add(new Finding(DefinitionCode.DOUBTFUL, place, message, hint));
    }

    /** Says whether an error was found at this very place, so that another one there would be about the same word. */
    boolean errorAt(Place place) {
        return found.stream()
                .anyMatch(problem ->
                        problem.severity() == Severity.ERROR && problem.place().equals(place));
    }

    /** Says whether an error was found in this file, named as places name it. */
    boolean brokenIn(Path file) {
        return found.stream()
                .anyMatch(problem -> problem.severity() == Severity.ERROR
                        && problem.place().file().equals(file));
    }

    /** Says whether an error was found in a file below this directory. */
    boolean brokenBelow(Path directory) {
        return found.stream()
                .anyMatch(problem -> problem.severity() == Severity.ERROR
                        && problem.place().file().startsWith(directory));
    }

    List<Finding> inOrder() {
        return found.stream().sorted(BY_PLACE).toList();
    }
}
