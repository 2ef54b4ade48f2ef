package dev.blackstart.cli;

import dev.blackstart.access.Access;
import dev.blackstart.access.AccessAnswer;
import dev.blackstart.answer.AccessFindings;
import dev.blackstart.answer.Answer;
import dev.blackstart.answer.RealAccess;
import dev.blackstart.clock.Ticker;
import dev.blackstart.definition.DefinitionReader;
import dev.blackstart.definition.DrillDefinition;
import dev.blackstart.definition.EnvironmentDefinition;
import dev.blackstart.definition.Inventory;
import dev.blackstart.definition.Similar;
import dev.blackstart.drift.Drift;
import dev.blackstart.drift.DriftAnswer;
import dev.blackstart.finding.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is asked, of documents or of artefacts.
 *
 * @param wanted the bus factor that is wanted; 0 if none is
 */
record AccessQuestion(Set<String> without, int wanted) {
    Answer ofDocuments(EnvironmentDefinition read) {
        checkPeople(read.inventory().people().keySet());
        Access access = Access.of(read, without.isEmpty() ? List.of() : drills(read));
        return answer(read.name(), read.inventory(), access, List.of());
    }

    Answer ofArtefacts(ArtefactOptions artefacts, Optional<Inventory> documented) {
        DriftAnswer drift =
                Drift.of(artefacts.read(), documented, Ticker.system().wall());
        Inventory real = RealAccess.inventory(drift, artefacts.sources(), documented);
        checkPeople(real.people().keySet());
        String name = artefacts.sources().stream().map(Path::toString).collect(Collectors.joining(", "));
        return answer(name, real, Access.of(real), drift.findings());
    }

    private Answer answer(String name, Inventory inventory, Access access, List<Finding> found) {
        AccessAnswer numbers = access.answer();
        List<Finding> findings = Stream.concat(found.stream(), AccessFindings.of(numbers, wanted).stream())
                .toList();
        return new Answer(
                name,
                inventory,
                numbers,
                without.isEmpty() ? Optional.empty() : Optional.of(access.without(without)),
                findings);
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
