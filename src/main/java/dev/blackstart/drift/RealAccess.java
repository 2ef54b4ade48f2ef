package dev.blackstart.drift;

import dev.blackstart.definition.AccessFormula;
import dev.blackstart.definition.AccessFormula.ByPerson;
import dev.blackstart.definition.AccessFormula.Quorum;
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
import java.util.TreeMap;

/** Writes down who really opens encrypted files as an inventory, so that the same questions can be asked of it. */
public final class RealAccess {
    private final List<Path> sources;
    private final Map<String, Person> people = new LinkedHashMap<>();
    private final Map<String, Store> stores = new LinkedHashMap<>();
    private final Map<String, DocumentedSecret> secrets = new LinkedHashMap<>();

    private final Map<String, DocumentedSecret> named = new LinkedHashMap<>();
    private final Map<String, Stray> strays = new TreeMap<>();

    private RealAccess(List<Path> sources) {
        this.sources = sources;
    }

    /**
     * Take each file as a secret in the store that it was found in. Of a file of which nothing is known, it is untold who
     * opens it: that nobody does would be a guess.
     *
     * @param sources what was read: directories and files
     * @param documented whose people are listed too, those who open nothing among them
     */
    public static RealAccess of(DriftAnswer drift, List<Path> sources, Optional<Inventory> documented) {
        RealAccess real = new RealAccess(sources);
        documented.ifPresent(inventory -> real.people.putAll(inventory.people()));
        drift.files().forEach(real::add);
        return real;
    }

    /** Give what is really so. */
    public Inventory inventory() {
        return inventory(secrets);
    }

    /** Give what would be so if nobody opened what they should not. */
    public Inventory named() {
        return inventory(named);
    }

    private Inventory inventory(Map<String, DocumentedSecret> secrets) {
        return new Inventory(sources.isEmpty() ? Path.of("") : sources.get(0), people, stores, secrets);
    }

    /** List who opens what they should not, or does not open what they should; who opens most first. */
    public List<Stray> strays() {
        return strays.values().stream()
                .sorted(Comparator.comparing((Stray stray) -> -stray.opens().size())
                        .thenComparing(stray -> -stray.lacks().size()))
                .toList();
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
        DocumentedSecret secret = new DocumentedSecret(
                name, "", store, file.opened(), List.of(), file.machines(), Optional.empty(), place);
        secrets.put(name, secret);
        named.put(name, secret.opened(by -> by.replaced(leaf -> unnamed(leaf, file) ? nobody(place) : leaf)));
        file.unnamed().forEach(person -> stray(person).opens().add(name));
        file.missing().forEach(person -> stray(person).lacks().add(name));
    }

    private static boolean unnamed(AccessFormula leaf, FileAccess file) {
        return leaf instanceof ByPerson by && file.unnamed().contains(by.person());
    }

    private static AccessFormula nobody(Place place) {
        return new Quorum(1, List.of(), place);
    }

    private Stray stray(String person) {
        return strays.computeIfAbsent(person, Stray::new);
    }

    /** Of sources within each other, the nearest. */
    private Path source(Path file) {
        return sources.stream()
                .filter(file::startsWith)
                .max(Comparator.comparingInt(Path::getNameCount))
                .orElse(file);
    }
}
