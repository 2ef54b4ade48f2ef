package dev.blackstart.engine;

import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/** All drills. */
final class RootDescriptor extends EngineDescriptor implements Node<Runs> {
    RootDescriptor(UniqueId id) {
        super(id, "Blackstart");
    }

    @Override
    public void cleanUp(Runs runs) {
        runs.ended();
    }
}
