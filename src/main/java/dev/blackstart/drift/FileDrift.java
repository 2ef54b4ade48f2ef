package dev.blackstart.drift;

import dev.blackstart.artefact.EncryptedFile;
import dev.blackstart.artefact.Recipient;
import dev.blackstart.artefact.Slot;
import dev.blackstart.definition.AccessFormula;
import dev.blackstart.definition.DocumentedSecret;
import dev.blackstart.definition.DocumentedSecret.Kept;
import dev.blackstart.definition.Inventory;
import dev.blackstart.definition.Person;
import dev.blackstart.definition.Store;
import dev.blackstart.terminal.SafeText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** One encrypted file against the secret that it is by the inventory. */
final class FileDrift {
    private final Inventory inventory;
    private final Holders holders;
    private final Intentions intentions;
    private final Findings findings;

    FileDrift(Inventory inventory, Holders holders, Intentions intentions, Findings findings) {
        this.inventory = inventory;
        this.holders = holders;
        this.intentions = intentions;
        this.findings = findings;
    }

    /** @param formula who opens the secret in the file's store, by the inventory */
    void compare(EncryptedFile file, DocumentedSecret secret, AccessFormula formula, Remedy remedy) {
        intentions.add(file, secret.place().fileAndLine(), true, inventory.openingAlone(formula));
        if (file.slots().isEmpty()) {
            return;
        }
        Set<String> real = people(file);
        // A recipient who cannot be told may be the one who seems to be missing; that is found elsewhere.
        boolean told = file.whole()
                && file.slots().stream()
                        .map(Slot::recipient)
                        .noneMatch(one -> one instanceof Recipient.Hidden || holders.stranger(one));
        for (String name : new TreeSet<>(formula.people())) {
            Person person = inventory.people().get(name);
            if (person != null && !person.keys().isEmpty() && !real.contains(name) && told) {
                findings.strays().lacks(file, name);
                findings.add(
                        DriftCode.PERSON_CANNOT_OPEN,
                        file.place(),
                        "%s cannot open the file, although %s says so"
                                .formatted(name, secret.place().fileAndLine()),
                        "Correct `openedBy`; or %s."
                                .formatted(
                                        inventory.opens(Set.of(name), formula)
                                                ? remedy.openTo(person)
                                                : remedy.askForMore()));
            }
        }
        wider(file, secret, formula, remedy);
    }

    private void wider(EncryptedFile file, DocumentedSecret secret, AccessFormula formula, Remedy remedy) {
        Set<String> alone = alone(file, List.of(formula));
        if (!alone.isEmpty()) {
            findings.add(
                    DriftCode.WIDER_THAN_DOCUMENTED,
                    file.place(),
                    "%s can open the file alone; %s says: %s"
                            .formatted(
                                    String.join(" or ", alone),
                                    secret.place().fileAndLine(),
                                    Documented.worded(formula)),
                    "If that is meant, write it down: `openedBy: %s`; if not, %s."
                            .formatted(InventoryLines.openedBy(groups(file), file.threshold()), remedy.askForMore()));
        }
    }

    /** Names who opens the file alone, or with fewer than the documents ask for. */
    private Set<String> alone(EncryptedFile file, List<AccessFormula> ways) {
        Set<String> alone = new TreeSet<>();
        for (Set<String> team : Teams.of(groups(file), file.threshold())) {
            if (ways.stream().noneMatch(way -> inventory.opens(team, way))) {
                alone.add(String.join(" with ", team));
            }
        }
        return alone;
    }

    /** A file in a store where, by the inventory, the secret does not lie. */
    void copied(EncryptedFile file, DocumentedSecret secret, String where) {
        String home = String.join(
                " and ", secret.kept().stream().map(Kept::store).distinct().toList());
        Set<String> documented = new TreeSet<>();
        secret.ways().forEach(way -> documented.addAll(inventory.openingAlone(way)));
        intentions.add(file, secret.place().fileAndLine(), true, documented);
        Set<String> alone = alone(file, secret.ways());
        String hint =
                "See that %s holds it, delete the file, and change the secret: who could open the file may have kept it."
                        .formatted(home);
        if (alone.isEmpty()) {
            findings.add(
                    DriftCode.FILE_UNDOCUMENTED,
                    file.place(),
                    "%s says that %s lies in %s, and names no copy in %s"
                            .formatted(secret.place().fileAndLine(), secret.name(), home, where),
                    hint);
        } else {
            findings.add(
                    DriftCode.WIDER_THAN_DOCUMENTED,
                    file.place(),
                    "%s can open this copy of %s alone; %s says that it lies in %s, opened by %s"
                            .formatted(
                                    String.join(" or ", alone),
                                    secret.name(),
                                    secret.place().fileAndLine(),
                                    home,
                                    Documented.worded(secret.openedBy())),
                    hint);
        }
    }

    /** A file that is no secret of the inventory. */
    void undocumented(EncryptedFile file, String name, Store store) {
        boolean spelled = SafeText.plain(name).equals(name);
        String openers = people(file).isEmpty() ? "WHO" : InventoryLines.openedBy(groups(file), file.threshold());
        findings.add(
                DriftCode.FILE_UNDOCUMENTED,
                file.place(),
                "no document names this secret",
                (spelled
                                ? "Add it to the secrets of the inventory: `%s: { purpose: WHAT IT OPENS, store: %s, openedBy: %s }`"
                                        .formatted(InventoryLines.text(name), store.name(), openers)
                                : "Give the file a name in which every character can be seen, and add it to the inventory")
                        + "; or delete the file if nobody needs it.");
    }

    private List<Set<String>> groups(EncryptedFile file) {
        List<Set<String>> groups = new ArrayList<>();
        for (List<Slot> group : file.groups()) {
            Set<String> people = new LinkedHashSet<>();
            group.forEach(slot -> holders.person(slot.recipient()).ifPresent(people::add));
            groups.add(people);
        }
        return groups;
    }

    private Set<String> people(EncryptedFile file) {
        Set<String> people = new TreeSet<>();
        groups(file).forEach(people::addAll);
        return people;
    }

    void undocumentedRecipients(EncryptedFile file, Remedy remedy) {
        Map<String, Recipient> strangers = new LinkedHashMap<>();
        for (Slot slot : file.slots()) {
            if (holders.person(slot.recipient()).isEmpty() && !holders.stranger(slot.recipient())) {
                holders.holder(slot.recipient()).ifPresent(name -> strangers.putIfAbsent(name, slot.recipient()));
            }
        }
        strangers.forEach((name, recipient) -> {
            findings.strays().opens(file, name);
            findings.add(
                    DriftCode.RECIPIENT_UNDOCUMENTED,
                    file.place(),
                    "opens to %s, whom the inventory does not name".formatted(name),
                    "If they are in the inventory by another name, add the key to their `keys`: %s; if they have left, %s."
                            .formatted(holders.written(recipient), remedy.shutOut(recipient)));
        });
    }
}
