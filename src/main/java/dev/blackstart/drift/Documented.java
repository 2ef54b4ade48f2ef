package dev.blackstart.drift;

import dev.blackstart.definition.AccessFormula;
import dev.blackstart.definition.AccessFormula.ByPerson;
import dev.blackstart.definition.AccessFormula.BySecret;
import dev.blackstart.definition.AccessFormula.Quorum;

/** What the inventory says about who opens a secret. */
final class Documented {
    private Documented() {}

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
