package dev.blackstart.drift;

import dev.blackstart.artefact.EncryptedFile;
import dev.blackstart.artefact.Recipient;
import dev.blackstart.artefact.Slot;
import dev.blackstart.definition.AccessFormula;
import dev.blackstart.definition.AccessFormula.ByPerson;
import dev.blackstart.definition.AccessFormula.ByUntold;
import dev.blackstart.definition.AccessFormula.Quorum;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Turns the recipients of files into formulas over those who hold the keys. */
final class Accesses {
    private final Holders holders;
    private final Strays strays;

    Accesses(Holders holders, Strays strays) {
        this.holders = holders;
        this.strays = strays;
    }

    FileAccess of(EncryptedFile file) {
        List<AccessFormula> groups = file.groups().stream()
                .<AccessFormula>map(group -> group(group, file))
                .toList();
        AccessFormula named = groups.size() == 1 && file.threshold() == 1
                ? groups.get(0)
                : new Quorum(file.threshold(), groups, file.place());
        Set<String> machines = new TreeSet<>();
        for (Slot slot : file.slots()) {
            if (slot.recipient() instanceof Recipient.Machine machine) {
                machines.add(machine.service() + " " + machine.name());
            }
        }
        return new FileAccess(
                file.name(),
                file.path(),
                withFaults(named, file),
                machines,
                strays.unnamed(file),
                strays.missing(file));
    }

    private Quorum group(List<Slot> group, EncryptedFile file) {
        Map<String, AccessFormula> parts = new LinkedHashMap<>();
        for (Slot slot : group) {
            AccessFormula part = part(slot, file);
            parts.putIfAbsent(part instanceof ByPerson person ? person.person() : " " + untold(part), part);
        }
        return new Quorum(1, List.copyOf(parts.values()), file.place());
    }

    private static String untold(AccessFormula part) {
        return part.leaves(ByUntold.class).map(ByUntold::who).collect(Collectors.joining());
    }

    private AccessFormula part(Slot slot, EncryptedFile file) {
        Recipient recipient = slot.recipient();
        Optional<String> holder = holders.holder(recipient);
        if (holder.isPresent() && !holders.stranger(recipient)) {
            return new ByPerson(holder.get(), slot.place());
        }
        return new ByUntold(
                holder.map(name -> name + ", which is in no keyring").orElseGet(() -> who(recipient)), file.place());
    }

    private static String who(Recipient recipient) {
        if (recipient instanceof Recipient.Machine machine) {
            return "whoever may ask %s %s".formatted(machine.service(), machine.name());
        }
        return recipient instanceof Recipient.Passphrase
                ? "whoever knows a passphrase"
                : "a key that the file does not name";
    }

    /** What cannot be read to its end may open to more than was seen. */
    private static AccessFormula withFaults(AccessFormula named, EncryptedFile file) {
        if (file.faults().isEmpty()) {
            return named;
        }
        ByUntold unread = new ByUntold("whoever is named where it cannot be read", file.place());
        return new Quorum(1, List.of(named, unread), file.place());
    }
}
