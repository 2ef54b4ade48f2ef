package dev.blackstart.drift;

import dev.blackstart.artefact.EncryptedFile;
import dev.blackstart.definition.DocumentedSecret;
import dev.blackstart.definition.DocumentedSecret.Kept;
import dev.blackstart.definition.Inventory;
import dev.blackstart.definition.Store;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The files of one store against what an inventory says of it. */
final class StoreComparison {
    private final Inventory inventory;
    private final FileDrift files;
    private final Findings findings;

    StoreComparison(Inventory inventory, FileDrift files, Findings findings) {
        this.inventory = inventory;
        this.files = files;
        this.findings = findings;
    }

    void compare(NamedFiles named, Store documented) {
        Set<EncryptedFile> told = new HashSet<>();
        Map<EncryptedFile, Set<String>> meant = meant(inventory, named, documented);
        for (DocumentedSecret secret : inventory.secrets().values()) {
            secret.in(documented.name()).ifPresent(kept -> {
                List<EncryptedFile> found = named.find(kept.file());
                found.forEach(file -> files.compare(file, secret, kept.openedBy(), named.remedy(file, meant)));
                told.addAll(found);
                if (found.isEmpty() && named.whole()) {
                    absent(secret, kept, named);
                }
            });
        }
        copies(named, documented.name(), told);
        for (EncryptedFile file : named.all()) {
            if (!told.contains(file)) {
                files.undocumented(file, named.nameOf(file), documented);
            }
        }
    }

    /** Tells of each documented file who is to open it alone. */
    static Map<EncryptedFile, Set<String>> meant(Inventory inventory, NamedFiles named, Store documented) {
        Map<EncryptedFile, Set<String>> meant = new HashMap<>();
        for (DocumentedSecret secret : inventory.secrets().values()) {
            secret.in(documented.name())
                    .ifPresent(kept -> named.find(kept.file())
                            .forEach(file -> meant.put(file, inventory.openingAlone(kept.openedBy()))));
        }
        return meant;
    }

    /**
     * Finds files of secrets that by the inventory lie elsewhere.
     *
     * @param where the files lie, for people
     * @param told what is known for something else already; what is found here is added
     */
    void copies(NamedFiles named, String where, Set<EncryptedFile> told) {
        for (DocumentedSecret secret : inventory.secrets().values()) {
            if (secret.in(where).isEmpty()) {
                secret.kept().stream()
                        .flatMap(kept -> named.find(kept.file()).stream())
                        .filter(told::add)
                        .forEach(found -> files.copied(found, secret, where));
            }
        }
    }

    private void absent(DocumentedSecret secret, Kept kept, NamedFiles named) {
        findings.add(
                DriftCode.SECRET_NOT_IN_STORE,
                secret.place(),
                "the store %s holds no readable file for the secret \"%s\"".formatted(named.root(), secret.name()),
                "If it lies there under another name, say so: `file: NAME`; if it lies elsewhere, correct its `store`;"
                        + " else write it where it opens to nobody but %s: %s."
                                .formatted(Documented.worded(kept.openedBy()), named.writing(kept.file())));
    }
}
