package dev.blackstart.definition;

import java.nio.file.Path;
import java.util.Map;

/** The documented secrets, where they are kept, and who the people are; each map in the order of the file. */
public record Inventory(
        Path file, Map<String, Person> people, Map<String, Store> stores, Map<String, DocumentedSecret> secrets) {
    public Inventory {
        people = Ordered.copy(people);
        stores = Ordered.copy(stores);
        secrets = Ordered.copy(secrets);
    }
}
