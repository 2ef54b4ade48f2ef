package dev.blackstart.drift;

import dev.blackstart.artefact.Artefacts;
import dev.blackstart.artefact.EncryptedFile.Format;
import dev.blackstart.artefact.PasswordStore;
import dev.blackstart.definition.Inventory;
import dev.blackstart.definition.Store;
import dev.blackstart.finding.Place;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which store of an inventory is which of those that were read, and what differs. */
final class InventoryDrift {
    private final Inventory inventory;
    private final Holders holders;
    private final FileDrift files;
    private final Findings findings;
    private final StoreComparison comparison;

    InventoryDrift(Inventory inventory, Holders holders, FileDrift files, Findings findings) {
        this.inventory = inventory;
        this.holders = holders;
        this.files = files;
        this.findings = findings;
        this.comparison = new StoreComparison(inventory, files, findings);
    }

    void compare(Artefacts artefacts) {
        List<PasswordStore> stores = artefacts.stores();
        Set<String> asked = new HashSet<>();
        for (PasswordStore store : stores) {
            StoreFiles named = new StoreFiles(store, holders);
            named.all().forEach(file -> files.undocumentedRecipients(file, named.remedy(file, Map.of())));
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
                comparison.compare(named, documented.get());
            }
        }
        asked.addAll(new SopsInventoryDrift(inventory, files, comparison, findings).compare(artefacts.sops()));
        if (!asked.isEmpty()) {
            new NotAsked(inventory, findings).tell(asked);
        }
    }

    /** The only store of the inventory is the only one given; among several, the name of the directory decides. */
    private Optional<Store> documented(PasswordStore store, long given) {
        boolean age = store.files().stream().anyMatch(file -> file.file().format() == Format.AGE);
        List<Store> candidates = inventory.stores().values().stream()
                .filter(one ->
                        one.kind().directory().isPresent() && one.kind().word().equals(age ? "age" : "openpgp"))
                .toList();
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
}
