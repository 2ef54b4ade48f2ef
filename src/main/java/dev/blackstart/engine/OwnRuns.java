package dev.blackstart.engine;

import dev.blackstart.clock.Ticker;
import dev.blackstart.definition.DrillDefinition;
import dev.blackstart.definition.Team;
import dev.blackstart.drill.Controls;
import dev.blackstart.drill.DrillRun;
import dev.blackstart.drill.Relay;
import dev.blackstart.drill.RunOptions;
import dev.blackstart.environment.Engine;
import dev.blackstart.environment.docker.DockerEngine;
import dev.blackstart.run.FinishedRun;
import dev.blackstart.run.Leases;
import dev.blackstart.run.UserDirectories;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Runs drills in the machine's own container engine, which is connected to when the first of them begins. */
final class OwnRuns implements Runs {
    private final Ticker ticker = Ticker.system();
    private final RunOptions options;
    private @Nullable Engine engine;

    OwnRuns(RunOptions options) {
        this.options = options;
    }

    @Override
    public FinishedRun run(DrillDefinition drill, Team team, Controls controls) throws IOException {
        try (Relay nobody = Relay.toNobody()) {
            return new DrillRun(drill, team, options, connected(), ticker, Leases.ofThisUser(), nobody).run(controls);
        }
    }

    private synchronized Engine connected() {
        if (engine == null) {
            engine = DockerEngine.connect(ticker, UserDirectories.cache());
        }
        return engine;
    }

    @Override
    public synchronized void ended() {
        if (engine != null) {
            engine.close();
        }
    }
}
