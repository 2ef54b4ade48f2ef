package dev.blackstart.access;

import dev.blackstart.definition.DocumentedSecret;
import dev.blackstart.definition.Inventory;
import dev.blackstart.definition.Person;
import dev.blackstart.definition.Store;
import dev.blackstart.finding.Place;
import dev.blackstart.store.OpenPgpStore;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts inventories together from people and secrets. */
final class Inventories {
    static final Place PLACE = Place.start(Path.of("secrets.yaml"));

    private Inventories() {}

    static Inventory of(List<String> names, List<DocumentedSecret> documented) {
        Map<String, Person> people = new LinkedHashMap<>();
        names.forEach(name -> people.put(name, new Person(name, Set.of(), PLACE)));
        Map<String, DocumentedSecret> secrets = new LinkedHashMap<>();
        Map<String, Store> stores = new LinkedHashMap<>();
        for (DocumentedSecret secret : documented) {
            secrets.put(secret.name(), secret);
            stores.put(secret.store(), store(secret.store()));
            secret.copies().forEach(copy -> stores.put(copy.store(), store(copy.store())));
        }
        return new Inventory(PLACE.file(), people, stores, secrets);
    }

    private static Store store(String name) {
        return new Store(name, new OpenPgpStore(name), Optional.empty(), Optional.empty(), PLACE);
    }
}
