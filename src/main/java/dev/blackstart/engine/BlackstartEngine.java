package dev.blackstart.engine;

import dev.blackstart.clock.Ticker;
import dev.blackstart.drill.DrillRun;
import dev.blackstart.environment.Engine;
import dev.blackstart.environment.docker.DockerEngine;
import dev.blackstart.journal.Entry;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.UniqueId;

/**
 * The JUnit Platform's test engine {@code blackstart}: a drill file is a container, each of its runs a test, each control
 * of a run a test below it. Discovery reads files and touches no container.
 *
 * <p>Drills are found by file and directory selectors, or by the configuration parameter {@code blackstart.drills}.
 */
public final class BlackstartEngine implements TestEngine {
    /** The engine's id. */
    public static final String ID = "blackstart";

    private final Supplier<Engine> containers;
    private final Ticker ticker;
    private final DrillRun.Observer observer;

    /** As the platform makes it: with the machine's own container engine. */
    public BlackstartEngine() {
        this(Ticker.system());
    }

    private BlackstartEngine(Ticker ticker) {
        this(() -> DockerEngine.connect(ticker), ticker, new Quiet());
    }

    /**
     * As the command line makes it.
     *
     * @param containers is asked once something is run
     * @param ticker the one that the container engine has too
     * @param observer hears of every run
     */
    public BlackstartEngine(Supplier<Engine> containers, Ticker ticker, DrillRun.Observer observer) {
        this.ticker = ticker;
        this.containers = containers;
        this.observer = observer;
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId id) {
        return new Discovery(request, id).engine();
    }

    @Override
    public void execute(ExecutionRequest request) {
        new Execution(request, containers, ticker, observer).run();
    }

    /** Hears everything and says nothing. */
    private static final class Quiet implements DrillRun.Observer {
        @Override
        public void entry(Entry entry) {}

        @Override
        public void progress(String line) {}

        @Override
        public void controlStarted(String name) {}

        @Override
        public void controlEnded(String name, List<Entry> entries) {}

        @Override
        public void reported(Path directory) {}
    }
}
