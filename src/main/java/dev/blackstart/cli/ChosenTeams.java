package dev.blackstart.cli;

import dev.blackstart.access.DrillTeams;
import dev.blackstart.definition.Definitions;
import dev.blackstart.definition.DrillDefinition;
import dev.blackstart.definition.Forecast;
import dev.blackstart.definition.Team;
import dev.blackstart.terminal.Counts;
import java.util.List;

/** Tells how many runs the analysis makes of drills, before any of them begins. */
final class ChosenTeams {
    private final Definitions definitions;

    ChosenTeams(Definitions definitions) {
        this.definitions = definitions;
    }

    List<String> told() {
        return definitions.drills().stream()
                .filter(drill -> drill.recovery().survivors().analysed().isPresent())
                .map(ChosenTeams::told)
                .toList();
    }

    private static String told(DrillDefinition drill) {
        List<Team> teams = DrillTeams.of(drill);
        long lockedOut = teams.stream()
                .flatMap(team -> team.forecast().stream())
                .filter(Forecast::lockedOut)
                .count();
        return "%s: %s, as the analysis chose: %d must recover, %d must be locked out"
                .formatted(drill.name(), Counts.of(teams.size(), "run"), teams.size() - lockedOut, lockedOut);
    }
}
