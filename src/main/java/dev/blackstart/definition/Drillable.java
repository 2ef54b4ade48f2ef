package dev.blackstart.definition;

import dev.blackstart.store.SecretStore;
import java.util.stream.Collectors;

/** Checks that a drill can bring to life what its environment documents: what it left out would let everybody in. */
final class Drillable {
    private final Inventory inventory;
    private final Problems problems;

    Drillable(Inventory inventory, Problems problems) {
        this.inventory = inventory;
        this.problems = problems;
    }

    void check() {
        inventory.stores().values().stream()
                .filter(store -> store.kind().drilled().isEmpty())
                .forEach(store -> problems.error(
                        store.place(),
                        "no drill can bring the store \"%s\" to life: its kind is %s"
                                .formatted(store.name(), store.kind().word()),
                        "Keep what this system is rebuilt with in a store of kind %s; `blackstart access` takes this one as it is."
                                .formatted(kinds())));
    }

    private static String kinds() {
        return SecretStore.KINDS.all().stream()
                .filter(kind -> kind.drilled().isPresent())
                .map(SecretStore::word)
                .collect(Collectors.joining(" or "));
    }
}
