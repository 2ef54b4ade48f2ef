package dev.blackstart.engine;

import dev.blackstart.clock.Ticker;
import dev.blackstart.drill.DrillRun;
import dev.blackstart.drill.RunOptions;
import dev.blackstart.environment.Engine;
import dev.blackstart.environment.EngineException;
import dev.blackstart.journal.Journal;
import dev.blackstart.run.Leases;
import dev.blackstart.verdict.Finding;
import dev.blackstart.verdict.Judge;
import dev.blackstart.verdict.Judgement;
import dev.blackstart.history.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;

/** Runs what was discovered, one drill after the other. */
final class Execution {
    private final TestDescriptor root;
    private final EngineExecutionListener listener;
    private final RunOptions options;
    private final Supplier<Engine> containers;
    private final Ticker ticker;
    private final DrillRun.Observer observer;

    Execution(ExecutionRequest request, Supplier<Engine> containers, Ticker ticker, DrillRun.Observer observer) {
        this.ticker = ticker;
        this.root = request.getRootTestDescriptor();
        this.listener = request.getEngineExecutionListener();
        this.options = options(request.getConfigurationParameters());
        this.containers = containers;
        this.observer = observer;
    }

    private static RunOptions options(ConfigurationParameters parameters) {
        return new RunOptions(
                Path.of(parameters.get("blackstart.reports").orElse("reports")),
                parameters.getBoolean("blackstart.quick").orElse(false),
                parameters.getBoolean("blackstart.keep").orElse(false),
                parameters.get("blackstart.seed", Long::valueOf).orElse(1L));
    }

    void run() {
        listener.executionStarted(root);
        if (!root.getChildren().isEmpty()) {
            try (Engine engine = containers.get()) {
                root.getChildren().forEach(child -> child(child, engine));
            } catch (EngineException e) {
                listener.executionFinished(root, TestExecutionResult.failed(e));
                return;
            }
        }
        listener.executionFinished(root, TestExecutionResult.successful());
    }

    private void child(TestDescriptor child, Engine engine) {
        listener.executionStarted(child);
        if (child instanceof BrokenDescriptor broken) {
            listener.executionFinished(child, TestExecutionResult.failed(broken.failure()));
            return;
        }
        for (TestDescriptor run : child.getChildren()) {
            listener.executionStarted(run);
            listener.executionFinished(run, result((RunDescriptor) run, engine));
        }
        listener.executionFinished(child, TestExecutionResult.successful());
    }

    private TestExecutionResult result(RunDescriptor run, Engine engine) {
        try {
            Path directory = new DrillRun(
                            run.drill(),
                            run.team(),
                            options,
                            engine,
                            ticker,
                            Leases.ofThisUser(),
                            new ControlsBelow(run, listener, observer))
                    .run();
            return result(Judge.judge(Journal.read(directory)));
        } catch (IOException e) {
            String message = "no report: " + e.getMessage();
            observer.progress(message);
            return TestExecutionResult.failed(new InconclusiveException(message));
        }
    }

    private static TestExecutionResult result(Judgement judgement) {
        if (judgement.verdict() == Verdict.PASSED) {
            return TestExecutionResult.successful();
        }
        String message =
                judgement.findings().stream().map(Execution::text).collect(Collectors.joining(System.lineSeparator()));
        return TestExecutionResult.failed(
                judgement.verdict() == Verdict.FAILED
                        ? new DrillFailedError(message)
                        : new InconclusiveException(message));
    }

    private static String text(Finding finding) {
        return "%s: %s%n  HINT: %s".formatted(finding.where(), finding.message(), finding.hint());
    }
}
