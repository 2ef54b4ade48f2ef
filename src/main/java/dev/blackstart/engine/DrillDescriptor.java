package dev.blackstart.engine;

import dev.blackstart.definition.DrillDefinition;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/** A drill file. */
final class DrillDescriptor extends AbstractTestDescriptor implements Node<Runs> {
    DrillDescriptor(UniqueId id, DrillDefinition drill) {
        super(id, drill.title(), Sources.of(drill.place()));
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }
}
