package dev.blackstart.definition;

import dev.blackstart.store.DrilledStore;
import dev.blackstart.store.Stores;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The documented secrets, where they are kept, and who the people are; each map in the order of the file. */
public record Inventory(
        Path file, Map<String, Person> people, Map<String, Store> stores, Map<String, DocumentedSecret> secrets) {
    public Inventory {
        people = Ordered.copy(people);
        stores = Ordered.copy(stores);
        secrets = Ordered.copy(secrets);
    }

    /** The stores as a drill brings them to life; those that no drill can are left out. */
    public Stores drilled() {
        Map<String, DrilledStore> drilled = new LinkedHashMap<>();
        stores.forEach((name, store) -> store.kind().drilled().ifPresent(one -> drilled.put(name, one)));
        return new Stores(drilled);
    }
}
