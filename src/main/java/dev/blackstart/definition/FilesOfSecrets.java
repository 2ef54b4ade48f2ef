package dev.blackstart.definition;

import dev.blackstart.definition.DocumentedSecret.Kept;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Checks that no two secrets are said to be the same file, unless files of the store may hold several. */
final class FilesOfSecrets {
    private final Map<String, Store> stores;
    private final Problems problems;

    FilesOfSecrets(Map<String, Store> stores, Problems problems) {
        this.stores = stores;
        this.problems = problems;
    }

    void check(Collection<DocumentedSecret> secrets) {
        Map<Map.Entry<String, String>, DocumentedSecret> first = new HashMap<>();
        for (DocumentedSecret secret : secrets) {
            for (Kept kept : secret.kept()) {
                DocumentedSecret other = first.putIfAbsent(Map.entry(kept.store(), kept.file()), secret);
                Store store = stores.get(kept.store());
                if (other != null
                        && !other.name().equals(secret.name())
                        && (store == null || !store.kind().packs())) {
                    problems.error(
                            secret.place(),
                            "the file \"%s\" of \"%s\" is that of the secret \"%s\" already"
                                    .formatted(kept.file(), kept.store(), other.name()),
                            "Give one of the two the `file` that it really has, or remove it.");
                }
            }
        }
    }
}
