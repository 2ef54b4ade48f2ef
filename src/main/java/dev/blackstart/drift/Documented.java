package dev.blackstart.drift;

import dev.blackstart.definition.AccessFormula;
import dev.blackstart.definition.AccessFormula.ByPerson;
import dev.blackstart.definition.AccessFormula.BySecret;
import dev.blackstart.definition.AccessFormula.Quorum;
import dev.blackstart.definition.DocumentedSecret;
import dev.blackstart.definition.DocumentedSecret.Copy;
import java.util.Optional;

/** What the inventory says about who opens a secret. */
final class Documented {
    private Documented() {}

    /** Gives who opens the secret where this store keeps it; empty if the store does not. */
    static Optional<AccessFormula> formula(DocumentedSecret secret, String store) {
        return secret.store().equals(store)
                ? Optional.of(secret.openedBy())
                : secret.copies().stream()
                        .filter(copy -> copy.store().equals(store))
                        .map(Copy::openedBy)
                        .findFirst();
    }

    /** Words the formula for people: {@code 2 of alice, bob, carol}. */
    static String worded(AccessFormula formula) {
        if (formula instanceof ByPerson person) {
            return person.person();
        }
        if (formula instanceof BySecret secret) {
            return "whoever opens " + secret.secret();
        }
        if (!(formula instanceof Quorum quorum)) {
            return "no person";
        }
        String parts = String.join(
                ", ",
                quorum.of().stream()
                        .map(part -> part instanceof Quorum ? "(" + worded(part) + ")" : worded(part))
                        .toList());
        int size = quorum.of().size();
        return size == 1
                ? parts
                : quorum.quorum() == 1
                        ? "any one of " + parts
                        : quorum.quorum() == size ? "all of " + parts : "any " + quorum.quorum() + " of " + parts;
    }
}
