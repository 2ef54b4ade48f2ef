package dev.blackstart.drift;

import dev.blackstart.definition.AccessFormula.ByPerson;
import dev.blackstart.definition.DocumentedSecret;
import dev.blackstart.definition.Inventory;
import dev.blackstart.definition.Person;
import dev.blackstart.definition.Store;
import dev.blackstart.finding.Place;
import dev.blackstart.store.OpenPgpStore;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes down who really opens encrypted files as an inventory, so that the same questions can be asked of it. */
public final class RealAccess {
    private final List<Path> sources;
    private final Map<String, Person> people = new LinkedHashMap<>();
    private final Map<String, Store> stores = new LinkedHashMap<>();
    private final Map<String, DocumentedSecret> secrets = new LinkedHashMap<>();

    private RealAccess(List<Path> sources) {
        this.sources = sources;
    }

    /**
     * Give each file as a secret in the store that it was found in. Of a file of which nothing is known, it is untold who
     * opens it: that nobody does would be a guess.
     *
     * @param sources what was read: directories and files
     * @param documented whose people are listed too, those who open nothing among them
     */
    public static Inventory inventory(DriftAnswer drift, List<Path> sources, Optional<Inventory> documented) {
        RealAccess real = new RealAccess(sources);
        documented.ifPresent(inventory -> real.people.putAll(inventory.people()));
        drift.files().forEach(real::add);
        Path named = sources.isEmpty() ? Path.of("") : sources.get(0);
        return new Inventory(named, real.people, real.stores, real.secrets);
    }

    private void add(FileAccess file) {
        Place place = new Place(file.file(), 1, 1);
        Path source = source(file.file());
        String store = source.toString();
        stores.computeIfAbsent(
                store,
                name -> new Store(
                        name, new OpenPgpStore(name), Optional.empty(), Optional.empty(), new Place(source, 1, 1)));
        file.opened()
                .leaves(ByPerson.class)
                .forEach(person ->
                        people.computeIfAbsent(person.person(), name -> new Person(name, Set.of(), person.place())));
        String name = secrets.containsKey(file.name()) ? file.file().toString() : file.name();
        secrets.put(
                name,
                new DocumentedSecret(
                        name, "", store, file.opened(), List.of(), file.machines(), Optional.empty(), place));
    }

    /** Of sources within each other, the nearest. */
    private Path source(Path file) {
        return sources.stream()
                .filter(file::startsWith)
                .max(Comparator.comparingInt(Path::getNameCount))
                .orElse(file);
    }
}
