package dev.blackstart.engine;

import dev.blackstart.finding.Finding;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;

/** Definitions with faults: a test that can only fail, so that no build is green that left a drill out. */
final class BrokenDescriptor extends AbstractTestDescriptor {
    private final List<Finding> problems;

    BrokenDescriptor(UniqueId id, List<Finding> problems) {
        super(id, "the definitions are whole");
        this.problems = List.copyOf(problems);
    }

    InconclusiveException failure() {
        return new InconclusiveException(
                problems.stream().map(Finding::render).collect(Collectors.joining(System.lineSeparator())));
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }
}
