package dev.blackstart.drift;

import dev.blackstart.artefact.EncryptedFile;
import dev.blackstart.artefact.SopsTree;
import dev.blackstart.definition.Inventory;
import dev.blackstart.definition.Store;
import dev.blackstart.finding.Place;
import dev.blackstart.terminal.Counts;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Files of sops against the stores of an inventory. A tree is the store whose path its own ends with, or holds the store
 * below itself, as a repository does; the only store of kind {@code sops} is the only tree.
 */
final class SopsInventoryDrift {
    private final Inventory inventory;
    private final FileDrift files;
    private final StoreComparison comparison;
    private final Findings findings;

    SopsInventoryDrift(Inventory inventory, FileDrift files, StoreComparison comparison, Findings findings) {
        this.inventory = inventory;
        this.files = files;
        this.comparison = comparison;
        this.findings = findings;
    }

    /** Gives the names of the stores that were asked. */
    Set<String> compare(List<SopsTree> trees) {
        Set<String> asked = new HashSet<>();
        for (SopsTree tree : trees) {
            tree.files().forEach(sops -> files.undocumentedRecipients(sops.file(), new SopsRemedy(sops)));
            Map<Path, Store> stores = stores(tree, trees.size());
            Set<EncryptedFile> compared = new HashSet<>();
            stores.forEach((base, store) -> {
                SopsFiles named = SopsFiles.below(base, tree);
                comparison.compare(named, store);
                compared.addAll(named.all());
                if (named.whole()) {
                    asked.add(store.name());
                }
            });
            rest(tree, compared);
        }
        return asked;
    }

    /** By the directory where each begins. */
    private Map<Path, Store> stores(SopsTree tree, int given) {
        Path top = SopsFiles.top(tree);
        Map<Path, Store> stores = new TreeMap<>();
        for (Store store : inventory.stores().values()) {
            store.kind()
                    .directory()
                    .map(Path::of)
                    .flatMap(path -> base(tree, top, path))
                    .ifPresent(base -> stores.putIfAbsent(base, store));
        }
        List<Store> kept = inventory.stores().values().stream()
                .filter(store -> store.kind().word().equals("sops"))
                .toList();
        return stores.isEmpty() && kept.size() == 1 && given == 1 ? Map.of(top, kept.get(0)) : stores;
    }

    private static Optional<Path> base(SopsTree tree, Path top, Path path) {
        Path name = top.toAbsolutePath().normalize().getFileName();
        Path below = top.resolve(path);
        if (path.getFileName().equals(name)) {
            return Optional.of(top);
        }
        return tree.files().stream().anyMatch(sops -> sops.file().path().startsWith(below))
                ? Optional.of(below)
                : Optional.empty();
    }

    private void rest(SopsTree tree, Set<EncryptedFile> compared) {
        SopsFiles all = SopsFiles.below(SopsFiles.top(tree), tree);
        int rest = all.all().size() - compared.size();
        if (rest > 0) {
            comparison.copies(all, tree.root().toString(), compared);
            findings.add(
                    DriftCode.NOT_COMPARED,
                    Place.start(tree.root()),
                    "%s of sops in no store of the inventory: not compared with one".formatted(Counts.of(rest, "file")),
                    "Give the inventory a store `{ kind: sops, path: DIR }`, whose `path` is the last part of the name of"
                            + " the directory.");
        }
    }
}
