package dev.blackstart.cli;

import dev.blackstart.access.Access;
import dev.blackstart.answer.Answer;
import dev.blackstart.artefact.Artefacts;
import dev.blackstart.artefact.Keyring;
import dev.blackstart.clock.Ticker;
import dev.blackstart.definition.DefinitionReader;
import dev.blackstart.definition.DrillDefinition;
import dev.blackstart.definition.EnvironmentDefinition;
import dev.blackstart.definition.Inventory;
import dev.blackstart.drift.Drift;
import dev.blackstart.drift.DriftAnswer;
import dev.blackstart.drift.Naming;
import dev.blackstart.drift.Openers;
import dev.blackstart.drift.RealAccess;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is asked, of documents or of artefacts.
 *
 * @param without people as they were typed
 * @param person the one person who is asked about, as typed
 * @param wanted the bus factor that is wanted; 0 if none is
 */
record AccessQuestion(List<String> without, Optional<String> person, int wanted) {
    Answer ofDocuments(EnvironmentDefinition read) {
        Set<String> lost = people(read.inventory(), Keyring.none()).all(without);
        Access access = Access.of(read, without.isEmpty() ? List.of() : drills(read));
        Answer answer = Answer.of(read.name(), read.inventory(), access, lost, wanted);
        return about(answer, access, people(read.inventory(), Keyring.none()), List.of());
    }

    Answer ofArtefacts(Artefacts found, ArtefactOptions artefacts, Optional<Inventory> documented) {
        DriftAnswer drift = Drift.of(found, documented, Ticker.system().wall());
        RealAccess real = RealAccess.of(drift, artefacts.sources(), documented);
        AskedPeople people = people(real.inventory(), found.keyring());
        Access access = Access.of(real.inventory(), real.named());
        String name = artefacts.all().stream().map(Path::toString).collect(Collectors.joining(", "));
        Answer answer = Answer.ofFiles(name, real.inventory(), access, people.all(without), wanted, drift.findings())
                .with(real.strays(), drift.logins());
        return about(answer, access, people, drift.openers());
    }

    private Answer about(Answer answer, Access access, AskedPeople people, List<Openers> openers) {
        return person.map(people::one)
                .map(one -> answer.about(access.of(one), openers))
                .orElse(answer);
    }

    private static AskedPeople people(Inventory inventory, Keyring keyring) {
        return new AskedPeople(inventory.people().keySet(), new Naming(inventory, keyring));
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
