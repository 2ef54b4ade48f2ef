package dev.blackstart.engine;

import dev.blackstart.definition.DrillDefinition;
import dev.blackstart.definition.Team;
import dev.blackstart.drill.Controls;
import dev.blackstart.finding.Finding;
import dev.blackstart.history.Verdict;
import dev.blackstart.report.Report;
import dev.blackstart.run.FinishedRun;
import java.io.IOException;
import java.util.stream.Collectors;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/** A drill run with one team; its controls come below it while it runs, since they follow from what it opened. */
final class RunDescriptor extends AbstractTestDescriptor implements Node<Runs> {
    private final DrillDefinition drill;
    private final Team team;

    RunDescriptor(UniqueId id, String name, DrillDefinition drill, Team team) {
        super(id, name, Sources.of(drill.recovery().place()));
        this.drill = drill;
        this.team = team;
    }

    @Override
    public Runs execute(Runs runs, DynamicTestExecutor below) throws IOException {
        FinishedRun finished = runs.run(drill, team, controls(below));
        judged(finished.report());
        return runs;
    }

    private Controls controls(DynamicTestExecutor below) {
        return (name, place, control) -> {
            ControlDescriptor descriptor =
                    new ControlDescriptor(getUniqueId().append("control", name), name, place, control);
            addChild(descriptor);
            below.execute(descriptor);
            descriptor.rethrow();
        };
    }

    private static void judged(Report report) {
        if (report.verdict() == Verdict.PASSED) {
            return;
        }
        String message =
                report.findings().stream().map(RunDescriptor::text).collect(Collectors.joining(System.lineSeparator()));
        if (report.verdict() == Verdict.FAILED) {
            throw new DrillFailedError(message);
        }
        throw new InconclusiveException(message);
    }

    private static String text(Finding finding) {
        return "%s: %s%n  HINT: %s".formatted(finding.place().fileAndLine(), finding.message(), finding.hint());
    }

    @Override
    public Type getType() {
        return Type.CONTAINER_AND_TEST;
    }

    @Override
    public boolean mayRegisterTests() {
        return true;
    }
}
