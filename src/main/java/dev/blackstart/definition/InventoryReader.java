package dev.blackstart.definition;

import dev.blackstart.definition.AccessFormula.Quorum;
import dev.blackstart.definition.Names.Kind;
import dev.blackstart.store.SecretStore;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decodes {@code secrets.yaml}. */
final class InventoryReader {
    private final Yaml root;
    private final Names names;
    private final Problems problems;
    private final FormulaReader formulas;

    InventoryReader(Yaml root, Names names, Problems problems) {
        this.root = root;
        this.names = names;
        this.problems = problems;
        this.formulas = new FormulaReader(names, problems);
    }

    Inventory read() {
        Map<String, Store> stores = stores();
        return new Inventory(root.place().file(), people(), stores, secrets(stores), provenEvery());
    }

    private Map<String, Person> people() {
        Map<String, Person> people = new LinkedHashMap<>();
        PersonKeys keys = new PersonKeys(problems);
        for (Yaml.Entry entry : root.entries("people")) {
            Set<String> roles = new LinkedHashSet<>(entry.value().texts("roles"));
            people.put(entry.key(), new Person(entry.key(), roles, keys.read(entry.value()), entry.place()));
        }
        return people;
    }

    private Optional<Duration> provenEvery() {
        Optional<Duration> every = root.text("provenEvery").flatMap(DurationReader::parse);
        if (every.filter(Duration::isZero).isPresent()) {
            root.get("provenEvery")
                    .ifPresent(zero -> problems.error(
                            zero.place(),
                            "no proof is new enough for that",
                            "Say how old a proof may be, such as `provenEvery: 90d`."));
        }
        return every;
    }

    private Map<String, Store> stores() {
        Map<String, Store> stores = new LinkedHashMap<>();
        for (Yaml.Entry entry : root.entries("stores")) {
            Yaml store = entry.value();
            Optional<AccessFormula> openedBy = store.get("openedBy").flatMap(formulas::read);
            Optional<Quorum> shares = store.get("shares").flatMap(formulas::quorum);
            store.text("kind")
                    .flatMap(word -> SecretStore.KINDS.read(word, key -> said(store, key)))
                    .ifPresent(kind ->
                            stores.put(entry.key(), new Store(entry.key(), kind, openedBy, shares, entry.place())));
        }
        return stores;
    }

    /** Gives a text that is said of a store; a service that does not exist is none. */
    private Optional<String> said(Yaml store, String key) {
        return key.equals("service")
                ? store.get(key).flatMap(service -> names.resolve(Kind.SERVICE, service))
                : store.text(key);
    }

    private Map<String, DocumentedSecret> secrets(Map<String, Store> stores) {
        Map<String, DocumentedSecret> secrets = new LinkedHashMap<>();
        SecretReader reader = new SecretReader(root, stores, names, formulas, problems);
        for (Yaml.Entry entry : root.entries("secrets")) {
            reader.read(entry).ifPresent(secret -> secrets.put(secret.name(), secret));
        }
        new FilesOfSecrets(stores, problems).check(secrets.values());
        return secrets;
    }
}
