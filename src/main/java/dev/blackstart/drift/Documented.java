package dev.blackstart.drift;

import dev.blackstart.definition.AccessFormula;
import dev.blackstart.definition.AccessFormula.ByPerson;
import dev.blackstart.definition.AccessFormula.BySecret;
import dev.blackstart.definition.AccessFormula.Quorum;
import dev.blackstart.definition.DocumentedSecret;
import dev.blackstart.definition.DocumentedSecret.Copy;
import dev.blackstart.definition.Inventory;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the inventory says about who opens a secret. */
final class Documented {
    private final Inventory inventory;

    Documented(Inventory inventory) {
        this.inventory = inventory;
    }

    /** Gives who opens the secret where this store keeps it; empty if the store does not. */
    static Optional<AccessFormula> formula(DocumentedSecret secret, String store) {
        return secret.store().equals(store)
                ? Optional.of(secret.openedBy())
                : secret.copies().stream()
                        .filter(copy -> copy.store().equals(store))
                        .map(Copy::openedBy)
                        .findFirst();
    }

    /** Says whether these people together open what the formula guards, by the documents. */
    boolean opens(Set<String> people, AccessFormula formula) {
        if (formula instanceof ByPerson person) {
            return people.contains(person.person());
        }
        if (formula instanceof BySecret other) {
            DocumentedSecret secret = inventory.secrets().get(other.secret());
            return secret != null && secret.ways().stream().anyMatch(way -> opens(people, way));
        }
        return formula instanceof Quorum quorum
                && quorum.of().stream().filter(part -> opens(people, part)).count() >= quorum.quorum();
    }

    /** Lists the people whom the formula itself names. */
    Set<String> people(AccessFormula formula) {
        Set<String> people = new TreeSet<>();
        if (formula instanceof ByPerson person) {
            people.add(person.person());
        } else if (formula instanceof Quorum quorum) {
            quorum.of().forEach(part -> people.addAll(people(part)));
        }
        return people;
    }

    /** Words the formula for people: {@code 2 of alice, bob, carol}. */
    String worded(AccessFormula formula) {
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
