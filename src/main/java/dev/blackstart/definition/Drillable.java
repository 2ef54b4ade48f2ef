package dev.blackstart.definition;

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
                .filter(store -> store.kind() != Store.Kind.OPENPGP)
                .forEach(store -> problems.error(
                        store.place(),
                        "no drill can bring the store \"%s\" to life: its kind is %s"
                                .formatted(store.name(), Words.word(store.kind())),
                        "Keep what this system is rebuilt with in a store of kind openpgp; `blackstart access` takes"
                                + " this one as it is."));
    }
}
