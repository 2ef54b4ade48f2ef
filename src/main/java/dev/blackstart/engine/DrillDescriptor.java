package dev.blackstart.engine;

import dev.blackstart.definition.DrillDefinition;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;

/** A drill file. */
final class DrillDescriptor extends AbstractTestDescriptor {
    DrillDescriptor(UniqueId id, DrillDefinition drill) {
        super(
                id,
                drill.title(),
                FileSource.from(
                        drill.file().toFile(),
                        FilePosition.from(drill.place().line(), drill.place().column())));
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }
}
