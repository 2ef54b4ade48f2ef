package dev.blackstart.drill;

import dev.blackstart.definition.DefinitionReader;
import dev.blackstart.definition.DrillDefinition;
import java.nio.file.Path;
import java.util.List;

/** The drills of this repository, read once. */
final class RepositoryDrills {
    private static final List<DrillDefinition> ALL =
            DefinitionReader.read(List.of(Path.of("drills"))).drills();

    private RepositoryDrills() {}

    static DrillDefinition named(String name) {
        return ALL.stream()
                .filter(drill -> drill.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
