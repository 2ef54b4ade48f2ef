package dev.blackstart.drift;

import dev.blackstart.artefact.Anew;
import dev.blackstart.artefact.EncryptedFile;
import dev.blackstart.artefact.PasswordStore;
import dev.blackstart.artefact.Recipient;
import dev.blackstart.artefact.RecipientList;
import dev.blackstart.artefact.RecipientList.Entry;
import dev.blackstart.artefact.StoreFile;
import dev.blackstart.definition.Inventory;
import dev.blackstart.definition.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where a list says other things than the inventory: to do what the list says would shut somebody out, or let somebody
 * in, whom the inventory wants otherwise.
 */
final class Disputes {
    private final Optional<Inventory> inventory;
    private final Holders holders;
    private final Map<EncryptedFile, Set<String>> meant = new HashMap<>();
    private final Map<EncryptedFile, Remedy> remedies = new HashMap<>();

    Disputes(Optional<Inventory> inventory, Holders holders, List<PasswordStore> stores) {
        this.inventory = inventory;
        this.holders = holders;
        inventory.ifPresent(documents -> stores.forEach(store -> add(documents, store, stores)));
    }

    private void add(Inventory documents, PasswordStore store, List<PasswordStore> stores) {
        StoreFiles named = new StoreFiles(store, holders);
        new DocumentedStores(documents).of(store, stores).ifPresent(documented -> {
            Map<EncryptedFile, Set<String>> people = StoreComparison.meant(documents, named, documented);
            meant.putAll(people);
            people.keySet().forEach(file -> remedies.put(file, named.remedy(file, people)));
        });
    }

    /** Says what to do about somebody whom the list does not name, and who is to open the file by the inventory. */
    Optional<String> extra(StoreFile stored, Recipient recipient) {
        return holders.person(recipient)
                .filter(name -> meant.getOrDefault(stored.file(), Set.of()).contains(name))
                .flatMap(name -> remedy(stored.file())
                        .flatMap(remedy -> person(name).map(remedy::openTo))
                        .map(how -> "By the inventory %s is to open it: %s.".formatted(name, how)));
    }

    private Optional<Remedy> remedy(EncryptedFile file) {
        return Optional.ofNullable(remedies.get(file));
    }

    private Optional<Person> person(String name) {
        return inventory.flatMap(
                documents -> Optional.ofNullable(documents.people().get(name)));
    }

    /** Says what to do about somebody whom the list names, and who is not to open the file by the inventory. */
    Optional<String> missing(StoreFile stored, RecipientList list, Expected one) {
        if (inventory.isEmpty() || !holders.areDocumented() || one.keys().isEmpty()) {
            return Optional.empty();
        }
        Optional<String> name =
                one.keys().stream().flatMap(key -> holders.person(key).stream()).findFirst();
        if (name.isEmpty()) {
            return Optional.of(
                    "The inventory knows nobody with this key: take it out of the list (%s); or, if its owner should"
                                    .formatted(one.entry().place().fileAndLine())
                            + " open the file, add it to a person's `keys` first.");
        }
        Set<String> people = meant.get(stored.file());
        return people == null || people.contains(name.get())
                ? Optional.empty()
                : Optional.of("By the inventory %s is not to open it: %s; or correct `openedBy`."
                        .formatted(name.get(), without(stored, list, one)));
    }

    /** The list may be for files, too, that the person is to open. */
    private static String without(StoreFile stored, RecipientList list, Expected one) {
        List<String> others = list.entries().stream()
                .filter(entry -> !entry.equals(one.entry()))
                .map(Entry::text)
                .toList();
        String name = stored.anew().name();
        return others.isEmpty() || !stored.anew().isOfPass()
                ? "move it to where no list names them"
                : "give it a folder of its own, as somebody who opens it: `%s && %s`"
                        .formatted(
                                Anew.init(stored.anew().top(), name, others),
                                Anew.move(
                                        stored.anew().top(),
                                        name,
                                        name + "/" + name.substring(name.lastIndexOf('/') + 1)));
    }
}
