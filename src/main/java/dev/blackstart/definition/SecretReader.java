package dev.blackstart.definition;

import dev.blackstart.definition.DocumentedSecret.Copy;
import dev.blackstart.definition.Names.Kind;
import dev.blackstart.finding.Place;
import dev.blackstart.store.Generator;
import dev.blackstart.store.Stores;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decodes one secret of the inventory: its own place and its copies, and who can open it in each. */
final class SecretReader {
    private static final int DEFAULT_BYTES = 32;

    private final Yaml root;
    private final Map<String, Store> stores;
    private final Names names;
    private final FormulaReader formulas;
    private final Problems problems;

    SecretReader(Yaml root, Map<String, Store> stores, Names names, FormulaReader formulas, Problems problems) {
        this.root = root;
        this.stores = stores;
        this.names = names;
        this.formulas = formulas;
        this.problems = problems;
    }

    /** Gives the secret if somebody is said to open it; what is wrong with it is reported. */
    Optional<DocumentedSecret> read(Yaml.Entry entry) {
        Yaml secret = entry.value();
        Set<String> heldBy = new LinkedHashSet<>();
        secret.items("heldBy").forEach(host -> names.resolve(Kind.SERVICE, host).ifPresent(heldBy::add));
        if (secret.isMapping() && secret.get("store").isEmpty()) {
            homeless(entry, heldBy);
        }
        Optional<String> store = store(secret);
        Optional<AccessFormula> openedBy = openedBy(secret, store, entry.place(), "the secret \"" + entry.key() + "\"");
        List<Copy> copies = copies(entry, store);
        return openedBy.map(formula -> new DocumentedSecret(
                entry.key(),
                secret.text("purpose").orElse(""),
                store.orElse(""),
                file(secret),
                formula,
                copies,
                heldBy,
                secret.get("generate").flatMap(SecretReader::generator),
                entry.place()));
    }

    private Optional<String> store(Yaml place) {
        return place.get("store").flatMap(mention -> names.resolve(Kind.STORE, mention));
    }

    private static Optional<String> file(Yaml kept) {
        return kept.text("file").map(Stores::called);
    }

    private List<Copy> copies(Yaml.Entry secret, Optional<String> own) {
        List<Copy> copies = new ArrayList<>();
        Set<String> taken = new LinkedHashSet<>(own.stream().toList());
        for (Yaml copy : secret.value().items("copies")) {
            Optional<String> store = store(copy);
            store.filter(name -> !taken.add(name))
                    .ifPresent(name -> problems.error(
                            copy.place(),
                            "the secret \"%s\" is in \"%s\" already".formatted(secret.key(), name),
                            "Remove one of the two, or name the other store."));
            Optional<AccessFormula> openedBy =
                    openedBy(copy, store, copy.place(), "this copy of \"" + secret.key() + "\"");
            if (store.isPresent() && openedBy.isPresent()) {
                copies.add(new Copy(store.get(), file(copy), openedBy.get(), copy.place()));
            }
        }
        return copies;
    }

    /** Reads who opens it; where it says nothing, asks its store. */
    private Optional<AccessFormula> openedBy(Yaml kept, Optional<String> store, Place place, String what) {
        Optional<Yaml> own = kept.get("openedBy");
        if (own.isPresent()) {
            return own.flatMap(formulas::read);
        }
        if (kept.isMapping()
                && store.map(this::isSilent).orElse(kept.get("store").isEmpty())) {
            problems.error(
                    place,
                    "nobody is said to open " + what,
                    "Add `openedBy: …` to it or to its store, or `shares` to the store.");
        }
        return store.map(stores::get).flatMap(Store::opening);
    }

    /** Says whether the file gives nobody for a store; one whose formula is faulty has been reported. */
    private boolean isSilent(String store) {
        return root.get("stores", store)
                .filter(said ->
                        said.get("openedBy").isPresent() || said.get("shares").isPresent())
                .isEmpty();
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
