package dev.blackstart.definition;

import dev.blackstart.finding.Finding;
import dev.blackstart.finding.Severity;
import java.util.List;

/**
 * What was read from a set of paths: the drills and environments that are whole, and every problem of all files.
 *
 * @param problems in the order of file, line and column
 */
public record Definitions(
        List<DrillDefinition> drills, List<EnvironmentDefinition> environments, List<Finding> problems) {
    public Definitions {
        drills = List.copyOf(drills);
        environments = List.copyOf(environments);
        problems = List.copyOf(problems);
    }

    /** Says whether nothing may be started. */
    public boolean broken() {
        return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }
}
