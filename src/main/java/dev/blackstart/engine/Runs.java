package dev.blackstart.engine;

import dev.blackstart.definition.DrillDefinition;
import dev.blackstart.definition.Team;
import dev.blackstart.drill.Controls;
import dev.blackstart.run.FinishedRun;
import java.io.IOException;
import org.junit.platform.engine.support.hierarchical.EngineExecutionContext;

/** Carries drills out for whoever shows them. */
public interface Runs extends EngineExecutionContext {
    /**
     * Run a drill with one team.
     *
     * @throws IOException where there is no report
     */
    FinishedRun run(DrillDefinition drill, Team team, Controls controls) throws IOException;

    /** All of them have ended. */
    default void ended() {}
}
