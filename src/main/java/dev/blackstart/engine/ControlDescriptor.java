package dev.blackstart.engine;

import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;

/** A control of a run. */
final class ControlDescriptor extends AbstractTestDescriptor {
    ControlDescriptor(UniqueId id, String name) {
        super(id, name);
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }
}
