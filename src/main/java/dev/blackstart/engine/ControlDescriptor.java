package dev.blackstart.engine;

import dev.blackstart.finding.Place;
import dev.blackstart.verdict.ControlResult;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/** A control of a run. */
final class ControlDescriptor extends AbstractTestDescriptor implements Node<Runs> {
    private final Supplier<Optional<ControlResult>> control;
    private volatile @Nullable RuntimeException broken;

    ControlDescriptor(UniqueId id, String name, Place place, Supplier<Optional<ControlResult>> control) {
        super(id, name, Sources.of(place));
        this.control = control;
    }

    @Override
    public Runs execute(Runs runs, DynamicTestExecutor dynamic) {
        ControlResult result = carriedOut()
                .orElseThrow(() -> new InconclusiveException("the control " + getDisplayName() + " left no trace"));
        if (!result.accepted()) {
            throw new InconclusiveException(result.ruled().explanation());
        }
        return runs;
    }

    private Optional<ControlResult> carriedOut() {
        try {
            return control.get();
        } catch (RuntimeException e) {
            broken = e;
            throw e;
        }
    }

    /** What the control threw is the run's trouble too. */
    void rethrow() {
        RuntimeException reason = broken;
        if (reason != null) {
            throw reason;
        }
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }
}
