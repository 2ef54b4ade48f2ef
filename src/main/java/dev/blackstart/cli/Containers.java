package dev.blackstart.cli;

import dev.blackstart.clock.Ticker;
import dev.blackstart.environment.Engine;
import dev.blackstart.environment.docker.DockerEngine;
import dev.blackstart.run.UserDirectories;

/** The container engine of this machine. */
final class Containers {
    private Containers() {}

    /** Throws {@link dev.blackstart.environment.EngineException} where there is none. */
    static Engine connect() {
        return connect(Ticker.system());
    }

    /** The same, with the clock of whoever connects. */
    static Engine connect(Ticker ticker) {
        return DockerEngine.connect(ticker, UserDirectories.cache());
    }
}
