package dev.blackstart.drift;

import dev.blackstart.definition.AccessFormula;
import dev.blackstart.definition.AccessFormula.ByPerson;
import dev.blackstart.definition.AccessFormula.Quorum;
import dev.blackstart.definition.DocumentedSecret;
import dev.blackstart.definition.Inventory;
import dev.blackstart.definition.Person;
import dev.blackstart.definition.Place;
import dev.blackstart.definition.Store;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What artefacts really say, in the shape of an inventory: so {@code access} answers for a store that has none. */
public final class RealInventory {
    private final Path root;
    private final Map<String, Person> people = new LinkedHashMap<>();
    private final Map<String, DocumentedSecret> secrets = new LinkedHashMap<>();

    private RealInventory(Path root) {
        this.root = root;
    }

    /**
     * Makes each file a secret of one store.
     *
     * @param root the store, as messages name it
     */
    public static Inventory of(Path root, List<FileAccess> files) {
        RealInventory real = new RealInventory(root);
        files.forEach(real::add);
        String name = root.toString();
        Store store = new Store(
                name,
                Store.Kind.OPENPGP,
                Optional.of(name),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Place(root, 1, 1));
        return new Inventory(root, real.people, Map.of(name, store), real.secrets);
    }

    private void add(FileAccess file) {
        people(file.opened());
        // Files of several stores may have one name; their paths tell them apart.
        String name = secrets.containsKey(file.name()) ? file.file().toString() : file.name();
        secrets.put(
                name,
                new DocumentedSecret(
                        name,
                        "",
                        root.toString(),
                        file.opened(),
                        List.of(),
                        Set.of(),
                        Optional.empty(),
                        new Place(file.file(), 1, 1)));
    }

    private void people(AccessFormula formula) {
        if (formula instanceof ByPerson one) {
            people.putIfAbsent(one.person(), new Person(one.person(), Set.of(), Set.of(), one.place()));
        } else if (formula instanceof Quorum quorum) {
            quorum.of().forEach(this::people);
        }
    }
}
