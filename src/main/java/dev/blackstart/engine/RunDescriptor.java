package dev.blackstart.engine;

import dev.blackstart.definition.DrillDefinition;
import dev.blackstart.drill.Team;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.FileSource;

/** A drill run with one team; its controls come below it while it runs, since they follow from what it opened. */
final class RunDescriptor extends AbstractTestDescriptor {
    private final DrillDefinition drill;
    private final Team team;

    RunDescriptor(UniqueId id, String name, DrillDefinition drill, Team team) {
        super(id, name, FileSource.from(drill.file().toFile()));
        this.drill = drill;
        this.team = team;
    }

    DrillDefinition drill() {
        return drill;
    }

    Team team() {
        return team;
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
