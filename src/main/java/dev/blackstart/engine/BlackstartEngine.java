package dev.blackstart.engine;

import dev.blackstart.definition.Definitions;
import dev.blackstart.drill.RunOptions;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.hierarchical.HierarchicalTestEngine;

/**
 * The JUnit Platform's test engine {@code blackstart}: a drill file is a container, each of its runs a test, each control
 * of a run a test below it. Discovery reads files and touches no container; the container engine is asked once a run
 * needs it. Whatever a run throws is that run's result, and the others go on.
 *
 * <p>Drills are found by file, directory and unique-id selectors, or by the configuration parameter
 * {@code blackstart.drills}; {@code blackstart.reports}, {@code .quick}, {@code .keep} and {@code .seed} are the options of
 * {@code blackstart run}.
 */
public final class BlackstartEngine extends HierarchicalTestEngine<Runs> {
    /** The engine's id. */
    public static final String ID = "blackstart";

    private final Optional<Definitions> definitions;
    private final Optional<Runs> runs;

    /** As the platform makes it: with the machine's own container engine, once it is needed. */
    public BlackstartEngine() {
        this.definitions = Optional.empty();
        this.runs = Optional.empty();
    }

    /**
     * As whoever has read the drills makes it; selectors say nothing then.
     *
     * @param definitions all of their drills are run; whoever read them has told their problems
     * @param runs carries them out
     */
    public BlackstartEngine(Definitions definitions, Runs runs) {
        this.definitions = Optional.of(definitions);
        this.runs = Optional.of(runs);
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId id) {
        return definitions.map(read -> Discovery.of(read, id)).orElseGet(() -> new Discovery(request, id).root());
    }

    @Override
    protected Runs createExecutionContext(ExecutionRequest request) {
        return runs.orElseGet(() -> new OwnRuns(options(request.getConfigurationParameters())));
    }

    private static RunOptions options(ConfigurationParameters parameters) {
        return new RunOptions(
                Path.of(parameters.get("blackstart.reports").orElse("reports")),
                parameters.getBoolean("blackstart.quick").orElse(false),
                parameters.getBoolean("blackstart.keep").orElse(false),
                parameters.get("blackstart.seed", Long::valueOf).orElse(1L));
    }
}
