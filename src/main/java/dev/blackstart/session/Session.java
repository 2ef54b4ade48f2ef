package dev.blackstart.session;

import dev.blackstart.clock.Ticker;
import dev.blackstart.commission.Bases;
import dev.blackstart.definition.Definitions;
import dev.blackstart.definition.DrillDefinition;
import dev.blackstart.definition.Team;
import dev.blackstart.drill.Controls;
import dev.blackstart.drill.DrillRun;
import dev.blackstart.drill.Relay;
import dev.blackstart.drill.RunOptions;
import dev.blackstart.drill.StageDoors;
import dev.blackstart.engine.BlackstartEngine;
import dev.blackstart.environment.Engine;
import dev.blackstart.history.Verdict;
import dev.blackstart.report.Report;
import dev.blackstart.report.Reports;
import dev.blackstart.report.Tally;
import dev.blackstart.run.DeadRuns;
import dev.blackstart.run.FinishedRun;
import dev.blackstart.run.Leases;
import dev.blackstart.run.UserDirectories;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs drills through the JUnit Platform, as an IDE or a build would, and says what they came to together. */
public final class Session {
    private final Engine engine;
    private final Ticker ticker;
    private final Leases leases;
    private final SessionListener listener;

    /** @param ticker the one that the engine has too */
    public Session(Engine engine, Ticker ticker, Leases leases, SessionListener listener) {
        this.engine = engine;
        this.ticker = ticker;
        this.leases = leases;
        this.listener = listener;
    }

    /**
     * Finish what killed runs left; replicas that were kept for a look stay.
     *
     * @param said gets a line for each thing that is done
     */
    public void sweepKilled(Consumer<String> said) {
        deadRuns(said).sweepKilled();
        try (Bases bases = new Bases(UserDirectories.cache())) {
            bases.removeUnfinished(said);
        }
    }

    /** Finish what killed runs left, remove kept replicas too, and say what is left alone. */
    public void sweepAll(Consumer<String> said) {
        deadRuns(said).sweepAll();
        try (Bases bases = new Bases(UserDirectories.cache())) {
            bases.removeUnfinished(said);
            bases.forgetUnused(said);
        }
        engine.images().forEach(image -> said.accept("left the image " + image));
    }

    private DeadRuns deadRuns(Consumer<String> said) {
        return new DeadRuns(leases, engine, said, listener::killed);
    }

    /**
     * Run all of these, one after the other.
     *
     * @return the worst verdict; where nothing ran nothing could be told
     */
    public Verdict run(Definitions definitions, RunOptions options) {
        List<Report> reports = new ArrayList<>();
        Results results = new Results(listener);
        LauncherFactory.create(LauncherConfig.builder()
                        .enableTestEngineAutoRegistration(false)
                        .enableTestExecutionListenerAutoRegistration(false)
                        .enableLauncherSessionListenerAutoRegistration(false)
                        .enableLauncherDiscoveryListenerAutoRegistration(false)
                        .enablePostDiscoveryFilterAutoRegistration(false)
                        .addTestEngines(new BlackstartEngine(definitions, (drill, team, controls) -> {
                            FinishedRun finished = run(drill, team, controls, options);
                            reports.add(finished.report());
                            return finished;
                        }))
                        .build())
                .execute(LauncherDiscoveryRequestBuilder.request().build(), results);
        end(Tally.of(reports), options.reports());
        return results.verdict();
    }

    /**
     * Do one damage after the other, each to a replica of its own, and write down who sees it.
     *
     * @param damages by their names, each as a drill that does nothing else
     * @return where the journal of it lies
     */
    public Path detect(DrillDefinition drill, Map<String, DrillDefinition> damages, RunOptions options)
            throws IOException {
        try (Relay relay = new Relay(listener)) {
            return new DrillRun(drill, Team.of(drill).get(0), options, engine, ticker, leases, relay).look(damages);
        }
    }

    /**
     * Bring a stage of the drill's environment up.
     *
     * @return how one reaches it; empty where it did not come up
     */
    public Optional<StageDoors> stage(DrillDefinition drill, RunOptions options) throws IOException {
        try (Relay relay = new Relay(listener)) {
            return new DrillRun(drill, Team.of(drill).get(0), options, engine, ticker, leases, relay).stage();
        }
    }

    /** Take every stage of an environment down, and give how many they were. */
    public int takeDown(String environment, Consumer<String> said) {
        return deadRuns(said).takeDown(environment);
    }

    /** Give the stages that are up: their runs, with their environments. */
    public Map<String, String> stages(Consumer<String> said) {
        return deadRuns(said).stages();
    }

    private FinishedRun run(DrillDefinition drill, Team team, Controls controls, RunOptions options)
            throws IOException {
        try (Relay relay = new Relay(listener)) {
            return new DrillRun(drill, team, options, engine, ticker, leases, relay).run(controls);
        }
    }

    private void end(Tally tally, Path reports) {
        try {
            Reports.write(tally, reports);
        } catch (IOException e) {
            listener.progress("the summary in " + reports + " cannot be written: " + e.getMessage());
        }
        listener.ended(tally);
    }
}
