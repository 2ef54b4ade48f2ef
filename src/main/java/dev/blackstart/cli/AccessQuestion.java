package dev.blackstart.cli;

import dev.blackstart.access.Access;
import dev.blackstart.answer.Answer;
import dev.blackstart.clock.Ticker;
import dev.blackstart.definition.DefinitionReader;
import dev.blackstart.definition.DrillDefinition;
import dev.blackstart.definition.EnvironmentDefinition;
import dev.blackstart.definition.Inventory;
import dev.blackstart.definition.Similar;
import dev.blackstart.drift.Drift;
import dev.blackstart.drift.DriftAnswer;
import dev.blackstart.drift.RealAccess;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is asked, of documents or of artefacts.
 *
 * @param wanted the bus factor that is wanted; 0 if none is
 */
record AccessQuestion(Set<String> without, int wanted) {
    Answer ofDocuments(EnvironmentDefinition read) {
        checkPeople(read.inventory().people().keySet());
        Access access = Access.of(read, without.isEmpty() ? List.of() : drills(read));
        return Answer.of(read.name(), read.inventory(), access, without, wanted, List.of());
    }

    Answer ofArtefacts(ArtefactOptions artefacts, Optional<Inventory> documented) {
        DriftAnswer drift =
                Drift.of(artefacts.read(), documented, Ticker.system().wall());
        Inventory real = RealAccess.inventory(drift, artefacts.sources(), documented);
        checkPeople(real.people().keySet());
        String name = artefacts.sources().stream().map(Path::toString).collect(Collectors.joining(", "));
        return Answer.of(name, real, Access.of(real), without, wanted, drift.findings());
    }

    private void checkPeople(Set<String> people) {
        for (String person : without) {
            if (!people.contains(person)) {
                throw new BadInput(
                        "unknown person \"%s\"%s".formatted(person, Similar.suggestion(person, people)),
                        "these are known: " + String.join(", ", people) + ".");
            }
        }
    }

    /** Drills lie beside the environments; one that is broken is told of by validate. */
    private static List<DrillDefinition> drills(EnvironmentDefinition read) {
        return EnvironmentChoice.drillsBeside(read.directory())
                .map(directory -> DefinitionReader.readToAsk(List.of(directory)).drills().stream()
                        .filter(drill -> drill.environment().directory().equals(read.directory()))
                        .toList())
                .orElse(List.of());
    }
}
