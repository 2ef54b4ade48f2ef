package dev.blackstart.access;

import dev.blackstart.definition.Definitions;
import dev.blackstart.definition.DrillDefinition;
import dev.blackstart.definition.Team;
import java.util.List;

/** Every team that a drill is run with, those that the analysis chooses among them. */
public final class DrillTeams {
    private DrillTeams() {}

    /** Lists the teams of a drill that {@linkplain #checked was checked}. */
    public static List<Team> of(DrillDefinition drill) {
        return drill.recovery()
                .survivors()
                .analysed()
                .map(asked -> new Coalitions(drill, asked).teams())
                .orElseGet(() -> Team.of(drill));
    }

    /** Says besides what is wrong with drills whose teams the analysis is to choose: that it cannot, or that they are too many. */
    public static Definitions checked(Definitions read) {
        return read.looked(drill ->
                drill.recovery().survivors().analysed().flatMap(asked -> new Coalitions(drill, asked).fault()));
    }
}
