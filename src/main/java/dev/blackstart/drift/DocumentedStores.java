package dev.blackstart.drift;

import dev.blackstart.artefact.EncryptedFile.Format;
import dev.blackstart.artefact.PasswordStore;
import dev.blackstart.definition.Inventory;
import dev.blackstart.definition.Store;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which store of an inventory is which of those that were read. */
final class DocumentedStores {
    private final Inventory inventory;

    DocumentedStores(Inventory inventory) {
        this.inventory = inventory;
    }

    /** The only store of the inventory is the only one given; among several, the name of the directory decides. */
    Optional<Store> of(PasswordStore store, List<PasswordStore> given) {
        boolean age = store.files().stream().anyMatch(file -> file.file().format() == Format.AGE);
        List<Store> candidates = inventory.stores().values().stream()
                .filter(one ->
                        one.kind().directory().isPresent() && one.kind().word().equals(age ? "age" : "openpgp"))
                .toList();
        if (candidates.size() == 1
                && given.stream().map(PasswordStore::top).distinct().count() == 1) {
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
