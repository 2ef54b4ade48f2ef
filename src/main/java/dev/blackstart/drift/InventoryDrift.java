package dev.blackstart.drift;

import dev.blackstart.artefact.Artefacts;
import dev.blackstart.artefact.EncryptedFile;
import dev.blackstart.artefact.EncryptedFile.Format;
import dev.blackstart.artefact.PasswordStore;
import dev.blackstart.artefact.SopsTree;
import dev.blackstart.artefact.StoreFile;
import dev.blackstart.definition.DocumentedSecret;
import dev.blackstart.definition.DocumentedSecret.Kept;
import dev.blackstart.definition.Inventory;
import dev.blackstart.definition.Store;
import dev.blackstart.finding.Place;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Password-stores against an inventory. */
final class InventoryDrift {
    private final Inventory inventory;
    private final FileDrift files;
    private final Findings findings;

    InventoryDrift(Inventory inventory, FileDrift files, Findings findings) {
        this.inventory = inventory;
        this.files = files;
        this.findings = findings;
    }

    void compare(Artefacts artefacts) {
        List<PasswordStore> stores = artefacts.stores();
        for (SopsTree tree : artefacts.sops()) {
            tree.files().forEach(sops -> files.undocumentedRecipients(sops.file()));
        }
        Set<String> asked = new HashSet<>();
        for (PasswordStore store : stores) {
            Optional<Store> documented = documented(
                    store, stores.stream().map(PasswordStore::top).distinct().count());
            if (documented.isEmpty()) {
                findings.add(
                        DriftCode.NOT_COMPARED,
                        Place.start(store.root()),
                        "the inventory has no store at this path, so it was not compared with one",
                        "Give a store of the inventory the `path` whose last part is the name of the directory.");
            } else {
                asked.add(documented.get().name());
                compare(store, documented.get());
            }
        }
        if (!asked.isEmpty()) {
            new NotAsked(inventory, findings).tell(asked);
        }
    }

    /** The only store of the inventory is the only one given; among several, the name of the directory decides. */
    private Optional<Store> documented(PasswordStore store, long given) {
        List<Store> candidates = inventory.stores().values().stream()
                .filter(one -> one.kind().directory().isPresent())
                .toList();
        if (store.files().stream().anyMatch(file -> file.file().format() == Format.AGE)) {
            return Optional.empty();
        }
        if (candidates.size() == 1 && given == 1) {
            return Optional.of(candidates.get(0));
        }
        return Stream.of(store.root().toAbsolutePath().normalize(), store.top())
                .flatMap(directory -> candidates.stream().filter(one -> isAt(one, directory)))
                .findFirst();
    }

    private static boolean isAt(Store documented, Path directory) {
        return documented
                .kind()
                .directory()
                .filter(path -> Path.of(path).getFileName().equals(directory.getFileName()))
                .isPresent();
    }

    private void compare(PasswordStore store, Store documented) {
        StoreFiles named = new StoreFiles(store);
        Set<EncryptedFile> told = new HashSet<>();
        for (DocumentedSecret secret : inventory.secrets().values()) {
            secret.in(documented.name())
                    .ifPresent(kept -> named.find(kept.file())
                            .ifPresentOrElse(
                                    found -> {
                                        told.add(found);
                                        files.compare(found, secret, kept.openedBy());
                                    },
                                    () -> absent(secret, kept, store)));
        }
        for (DocumentedSecret secret : inventory.secrets().values()) {
            if (secret.in(documented.name()).isEmpty()) {
                secret.kept().stream()
                        .flatMap(kept -> named.find(kept.file()).stream())
                        .filter(told::add)
                        .forEach(found -> files.copied(found, secret, documented));
            }
        }
        for (StoreFile file : store.files()) {
            files.undocumentedRecipients(file.file());
            if (!told.contains(file.file())) {
                files.undocumented(file.file(), documented);
            }
        }
    }

    private void absent(DocumentedSecret secret, Kept kept, PasswordStore store) {
        if (!store.whole()) {
            return;
        }
        findings.add(
                DriftCode.SECRET_NOT_IN_STORE,
                secret.place(),
                "the store %s holds no readable file for the secret \"%s\"".formatted(store.root(), secret.name()),
                "If it lies there under another name, say so: `file: NAME`; if it lies elsewhere, correct its `store`;"
                        + " else write it: `pass insert -m %s`.".formatted(kept.file()));
    }
}
