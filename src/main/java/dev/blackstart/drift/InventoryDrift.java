package dev.blackstart.drift;

import dev.blackstart.artefact.Artefacts;
import dev.blackstart.artefact.EncryptedFile;
import dev.blackstart.artefact.EncryptedFile.Format;
import dev.blackstart.artefact.PasswordStore;
import dev.blackstart.artefact.SopsTree;
import dev.blackstart.artefact.StoreFile;
import dev.blackstart.definition.AccessFormula;
import dev.blackstart.definition.DocumentedSecret;
import dev.blackstart.definition.Inventory;
import dev.blackstart.definition.Store;
import dev.blackstart.finding.Place;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
        for (PasswordStore store : stores) {
            Optional<Store> documented = documented(store, stores.size());
            if (documented.isEmpty()) {
                findings.add(
                        DriftCode.NOT_COMPARED,
                        Place.start(store.root()),
                        "the inventory has no store at this path, so it was not compared with one",
                        "Give a store of the inventory the `path` whose last part is the name of the directory.");
            } else {
                compare(store, documented.get());
            }
        }
    }

    /** The only store of the inventory is the only one given; among several, the name of the directory decides. */
    private Optional<Store> documented(PasswordStore store, int given) {
        List<Store> candidates = inventory.stores().values().stream()
                .filter(one -> one.kind().directory().isPresent())
                .toList();
        if (store.files().stream().anyMatch(file -> file.file().format() == Format.AGE)) {
            return Optional.empty();
        }
        if (candidates.size() == 1 && given == 1) {
            return Optional.of(candidates.get(0));
        }
        Path name = store.root().toAbsolutePath().normalize().getFileName();
        return candidates.stream()
                .filter(one -> one.kind()
                        .directory()
                        .map(path -> Path.of(path).getFileName().equals(name))
                        .orElse(false))
                .findFirst();
    }

    private void compare(PasswordStore store, Store documented) {
        Set<EncryptedFile> named = new HashSet<>();
        for (DocumentedSecret secret : inventory.secrets().values()) {
            Optional<AccessFormula> formula = Documented.formula(secret, documented.name());
            if (formula.isPresent()) {
                file(store, secret.name())
                        .ifPresentOrElse(
                                found -> {
                                    named.add(found);
                                    files.compare(found, secret, formula.get());
                                },
                                () -> absent(secret, store));
            }
        }
        for (StoreFile file : store.files()) {
            files.undocumentedRecipients(file.file());
            if (!named.contains(file.file())) {
                findings.add(
                        DriftCode.FILE_UNDOCUMENTED,
                        file.file().place(),
                        "no document names this secret",
                        "Add it to the inventory with its purpose, or delete the file if nobody needs it.");
            }
        }
    }

    /** A secret's file has its name, at the top of the store or, if there is only one such, below. */
    private static Optional<EncryptedFile> file(PasswordStore store, String name) {
        List<EncryptedFile> all = store.files().stream().map(StoreFile::file).toList();
        Optional<EncryptedFile> exact =
                all.stream().filter(file -> file.name().equals(name)).findFirst();
        List<EncryptedFile> below =
                all.stream().filter(file -> file.name().endsWith("/" + name)).toList();
        return exact.or(() -> below.size() == 1 ? Optional.of(below.get(0)) : Optional.empty());
    }

    private void absent(DocumentedSecret secret, PasswordStore store) {
        findings.add(
                DriftCode.SECRET_NOT_IN_STORE,
                secret.place(),
                "the store %s holds no readable file for the secret \"%s\"".formatted(store.root(), secret.name()),
                "Write it: `pass insert %s`; or correct its name or `store`.".formatted(secret.name()));
    }
}
