package dev.blackstart.definition;

import dev.blackstart.finding.Finding;
import dev.blackstart.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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

    /** The same once somebody else has looked at the drills, too: one in which there is a fault is whole no more. */
    public Definitions looked(Function<DrillDefinition, Optional<Finding>> fault) {
        List<DrillDefinition> whole = new ArrayList<>(drills);
        List<Finding> all = new ArrayList<>(problems);
        for (DrillDefinition drill : drills) {
            fault.apply(drill).ifPresent(found -> {
                whole.remove(drill);
                all.add(found);
            });
        }
        all.sort(Problems.BY_PLACE);
        return new Definitions(whole, environments, all);
    }

    /** Says whether nothing may be started. */
    public boolean broken() {
        return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }
}
