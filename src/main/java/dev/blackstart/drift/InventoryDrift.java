package dev.blackstart.drift;

import dev.blackstart.artefact.Artefacts;
import dev.blackstart.artefact.PasswordStore;
import dev.blackstart.definition.Inventory;
import dev.blackstart.definition.Store;
import dev.blackstart.finding.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was read against an inventory. */
final class InventoryDrift {
    private final Inventory inventory;
    private final Holders holders;
    private final FileDrift files;
    private final Findings findings;
    private final DocumentedStores documentedStores;
    private final StoreComparison comparison;

    InventoryDrift(Inventory inventory, Holders holders, FileDrift files, Findings findings) {
        this.inventory = inventory;
        this.holders = holders;
        this.files = files;
        this.findings = findings;
        this.documentedStores = new DocumentedStores(inventory);
        this.comparison = new StoreComparison(inventory, files, findings);
    }

    void compare(Artefacts artefacts) {
        List<PasswordStore> stores = artefacts.stores();
        Set<String> asked = new HashSet<>();
        for (PasswordStore store : stores) {
            StoreFiles named = new StoreFiles(store, holders);
            named.all().forEach(file -> files.undocumentedRecipients(file, named.remedy(file, Map.of())));
            Optional<Store> documented = documentedStores.of(store, stores);
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
}
