package dev.blackstart.cli;

import dev.blackstart.clock.Ticker;
import dev.blackstart.drill.DrillRun;
import dev.blackstart.engine.BlackstartEngine;
import dev.blackstart.engine.DrillFailedError;
import dev.blackstart.environment.Engine;
import dev.blackstart.history.Verdict;
import java.nio.file.Path;
import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs drills through the JUnit Platform, as an IDE or a build would, and keeps the worst verdict. */
final class DrillSession implements TestExecutionListener {
    private final Engine engine;
    private final Ticker ticker;
    private final DrillRun.Observer observer;
    private Verdict worst = Verdict.PASSED;
    private int runs;

    DrillSession(Engine engine, Ticker ticker, DrillRun.Observer observer) {
        this.engine = engine;
        this.ticker = ticker;
        this.observer = observer;
    }

    /** Run them all; a session in which nothing ran could not tell anything. */
    Verdict run(List<Path> drills, Path reports, boolean quick, boolean keep, long seed) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(drills.stream()
                        .map(path -> path.toFile().isDirectory()
                                ? DiscoverySelectors.selectDirectory(path.toFile())
                                : DiscoverySelectors.selectFile(path.toFile()))
                        .toList())
                .configurationParameter("blackstart.reports", reports.toString())
                .configurationParameter("blackstart.quick", String.valueOf(quick))
                .configurationParameter("blackstart.keep", String.valueOf(keep))
                .configurationParameter("blackstart.seed", String.valueOf(seed))
                .build();
        Launcher launcher = LauncherFactory.create(LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .addTestEngines(new BlackstartEngine(() -> engine, ticker, observer))
                .build());
        launcher.execute(request, this);
        return runs == 0 ? worst.worst(Verdict.INCONCLUSIVE) : worst;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.isTest()) {
            runs++;
        }
        result.getThrowable()
                .ifPresent(reason -> worst =
                        worst.worst(reason instanceof DrillFailedError ? Verdict.FAILED : Verdict.INCONCLUSIVE));
    }
}
