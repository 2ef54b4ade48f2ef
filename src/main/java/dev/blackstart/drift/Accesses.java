package dev.blackstart.drift;

import dev.blackstart.artefact.EncryptedFile;
import dev.blackstart.artefact.Recipient;
import dev.blackstart.artefact.Slot;
import dev.blackstart.definition.AccessFormula;
import dev.blackstart.definition.AccessFormula.ByPerson;
import dev.blackstart.definition.AccessFormula.Quorum;
import dev.blackstart.finding.Finding;
import dev.blackstart.finding.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Turns the recipients of files into formulas over those who hold the keys. */
final class Accesses {
    private final Holders holders;

    Accesses(Holders holders) {
        this.holders = holders;
    }

    FileAccess of(EncryptedFile file) {
        List<AccessFormula> groups = new ArrayList<>();
        Set<String> machines = new TreeSet<>();
        List<String> unsure = new ArrayList<>();
        file.faults().stream().map(Finding::message).forEach(unsure::add);
        for (List<Slot> group : file.groups()) {
            Map<String, Place> names = new LinkedHashMap<>();
            for (Slot slot : group) {
                if (holders.stranger(slot.recipient())) {
                    unsure.add("a key that is in no keyring");
                }
                holders.holder(slot.recipient())
                        .ifPresentOrElse(
                                name -> names.putIfAbsent(name, slot.place()),
                                () -> other(slot.recipient(), machines, unsure));
            }
            List<AccessFormula> people = new ArrayList<>();
            names.forEach((name, place) -> people.add(new ByPerson(name, place)));
            groups.add(new Quorum(1, people, file.place()));
        }
        AccessFormula formula = groups.size() == 1 && file.threshold() == 1
                ? groups.get(0)
                : new Quorum(file.threshold(), groups, file.place());
        return new FileAccess(file.name(), file.path(), formula, machines, unsure);
    }

    private static void other(Recipient recipient, Set<String> machines, List<String> unsure) {
        if (recipient instanceof Recipient.Machine machine) {
            machines.add(machine.service() + " " + machine.name());
        } else if (recipient instanceof Recipient.Hidden hidden) {
            unsure.add("a hidden recipient (" + hidden.kind() + ")");
        } else if (recipient instanceof Recipient.Passphrase) {
            unsure.add("whoever knows a passphrase");
        }
    }
}
