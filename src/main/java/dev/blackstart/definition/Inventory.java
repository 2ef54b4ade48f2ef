package dev.blackstart.definition;

import dev.blackstart.store.DrilledStore;
import dev.blackstart.store.RenamingStore;
import dev.blackstart.store.Stores;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The documented secrets, where they are kept, and who the people are; each map in the order of the file.
 *
 * @param provenEvery how often everybody is to prove that their keys are still in their hands
 */
public record Inventory(
        Path file,
        Map<String, Person> people,
        Map<String, Store> stores,
        Map<String, DocumentedSecret> secrets,
        Optional<Duration> provenEvery) {
    public Inventory {
        people = Ordered.copy(people);
        stores = Ordered.copy(stores);
        secrets = Ordered.copy(secrets);
    }

    /** Documents secrets of people who need not prove anything. */
    public Inventory(
            Path file, Map<String, Person> people, Map<String, Store> stores, Map<String, DocumentedSecret> secrets) {
        this(file, people, stores, secrets, Optional.empty());
    }

    /** Name the secrets that these people open together; linear in their number, however long their chains are, where they do not run in circles. */
    public Set<String> opened(Set<String> people) {
        return opened(people, secrets.keySet());
    }

    /** Say whether these people together open what a formula guards, by way of other secrets too. */
    public boolean opens(Set<String> people, AccessFormula formula) {
        return formula.opens(people, opened(people, formula.secrets()));
    }

    /** Name those who open alone what a formula guards, by way of other secrets too. */
    public Set<String> openingAlone(AccessFormula formula) {
        return people.keySet().stream()
                .filter(person -> opens(Set.of(person), formula))
                .collect(Collectors.toSet());
    }

    private Set<String> opened(Set<String> people, Set<String> wanted) {
        List<SecretOrder.Group> groups = new SecretOrder(this, wanted).groups();
        Set<String> opened = new LinkedHashSet<>();
        for (SecretOrder.Group group : groups) {
            int before = -1;
            for (int round = 0; round < group.rounds() && opened.size() > before; round++) {
                before = opened.size();
                group.members().stream()
                        .filter(secret -> secret.ways().stream().anyMatch(way -> way.opens(people, opened)))
                        .forEach(secret -> opened.add(secret.name()));
            }
        }
        return opened;
    }

    /** The stores as a drill brings them to life; those that no drill can are left out. */
    public Stores drilled() {
        Map<String, DrilledStore> drilled = new LinkedHashMap<>();
        stores.forEach((name, store) ->
                store.kind().drilled().ifPresent(one -> drilled.put(name, new RenamingStore(one, files(name)))));
        return new Stores(drilled);
    }

    /** What a store calls the secrets that it keeps. */
    private Map<String, String> files(String store) {
        Map<String, String> files = new LinkedHashMap<>();
        secrets.values().forEach(secret -> secret.in(store).ifPresent(kept -> files.put(secret.name(), kept.file())));
        return files;
    }
}
