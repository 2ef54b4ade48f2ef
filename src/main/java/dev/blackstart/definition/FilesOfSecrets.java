package dev.blackstart.definition;

import dev.blackstart.definition.DocumentedSecret.Kept;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Checks that no two secrets are said to be the same file. */
final class FilesOfSecrets {
    private final Problems problems;

    FilesOfSecrets(Problems problems) {
        this.problems = problems;
    }

    void check(Collection<DocumentedSecret> secrets) {
        Map<Map.Entry<String, String>, DocumentedSecret> first = new HashMap<>();
        for (DocumentedSecret secret : secrets) {
            for (Kept kept : secret.kept()) {
                DocumentedSecret other = first.putIfAbsent(Map.entry(kept.store(), kept.file()), secret);
                if (other != null && !other.name().equals(secret.name())) {
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
