package dev.blackstart.definition;

import dev.blackstart.definition.DocumentedSecret.Generator;
import dev.blackstart.definition.Names.Kind;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decodes {@code secrets.yaml}. */
final class InventoryReader {
    private static final int DEFAULT_BYTES = 32;

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
        return new Inventory(root.place().file(), people(), stores(), secrets());
    }

    private Map<String, Person> people() {
        Map<String, Person> people = new LinkedHashMap<>();
        for (Yaml.Entry entry : root.entries("people")) {
            Set<String> roles = new LinkedHashSet<>(entry.value().texts("roles"));
            people.put(entry.key(), new Person(entry.key(), roles, entry.place()));
        }
        return people;
    }

    private Map<String, Store> stores() {
        Map<String, Store> stores = new LinkedHashMap<>();
        for (Yaml.Entry entry : root.entries("stores")) {
            Yaml store = entry.value();
            store.get("shares").ifPresent(formulas::quorum);
            Optional<String> service = store.get("service").flatMap(mention -> names.resolve(Kind.SERVICE, mention));
            store.text("kind")
                    .flatMap(text -> Words.of(Store.Kind.class, text))
                    .ifPresent(kind -> stores.put(
                            entry.key(), new Store(entry.key(), kind, store.text("path"), service, entry.place())));
        }
        return stores;
    }

    private Map<String, DocumentedSecret> secrets() {
        Map<String, DocumentedSecret> secrets = new LinkedHashMap<>();
        for (Yaml.Entry entry : root.entries("secrets")) {
            Yaml secret = entry.value();
            Set<String> heldBy = new LinkedHashSet<>();
            secret.items("heldBy")
                    .forEach(host -> names.resolve(Kind.SERVICE, host).ifPresent(heldBy::add));
            Optional<String> store = secret.get("store").flatMap(mention -> names.resolve(Kind.STORE, mention));
            if (secret.isMapping() && secret.get("store").isEmpty()) {
                homeless(entry, heldBy);
            }
            Optional<AccessFormula> openedBy = secret.get("openedBy").flatMap(formulas::read);
            if (openedBy.isPresent()) {
                secrets.put(
                        entry.key(),
                        new DocumentedSecret(
                                entry.key(),
                                secret.text("purpose").orElse(""),
                                store.orElse(""),
                                openedBy.get(),
                                heldBy,
                                secret.get("generate").flatMap(InventoryReader::generator),
                                entry.place()));
            }
        }
        return secrets;
    }

    private void homeless(Yaml.Entry secret, Set<String> heldBy) {
        List<String> hosts = heldBy.stream().sorted().toList();
        problems.error(
                secret.place(),
                hosts.isEmpty()
                        ? "the secret \"" + secret.key() + "\" is in no store"
                        : "the secret \"%s\" is held by %s, but no store holds it"
                                .formatted(secret.key(), String.join(", ", hosts)),
                "Add `store: NAME`: a secret that only hosts hold is lost with them.");
    }

    private static Optional<Generator> generator(Yaml generate) {
        Optional<String> kind = generate.isMapping() ? generate.text("kind") : generate.text();
        return kind.flatMap(text -> Words.of(Generator.Kind.class, text))
                .map(k -> new Generator(
                        k,
                        generate.text("prefix").orElse(""),
                        generate.number("bytes").orElse(DEFAULT_BYTES)));
    }
}
