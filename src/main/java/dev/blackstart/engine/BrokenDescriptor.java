package dev.blackstart.engine;

import dev.blackstart.finding.Finding;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/** Definitions with faults: a test that can only fail, so that no build is green that left a drill out. */
final class BrokenDescriptor extends AbstractTestDescriptor implements Node<Runs> {
    private final List<Finding> problems;

    BrokenDescriptor(UniqueId id, List<Finding> problems) {
        super(id, "the definitions are whole", Sources.of(problems.get(0).place()));
        this.problems = List.copyOf(problems);
    }

    @Override
    public Runs execute(Runs runs, DynamicTestExecutor dynamic) {
        throw new InconclusiveException(
                problems.stream().map(Finding::render).collect(Collectors.joining(System.lineSeparator())));
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }
}
