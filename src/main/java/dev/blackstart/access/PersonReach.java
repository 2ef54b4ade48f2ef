package dev.blackstart.access;

import dev.blackstart.definition.Inventory;
import dev.blackstart.definition.SecretOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what one person opens, alone or with others. */
final class PersonReach {
    private final Inventory inventory;
    private final SecretOrder order;
    private final SecretFormulas secrets;
    private final Company company;

    PersonReach(Inventory inventory, SecretOrder order, Formulas formulas, SecretFormulas secrets, NumbersOf numbers) {
        this.inventory = inventory;
        this.order = order;
        this.secrets = secrets;
        this.company = new Company(formulas, numbers, secrets.people());
    }

    OfPerson of(String person) {
        Opened opened = new Opened(order.groups(), Set.of(person), store -> false);
        int number = secrets.people().indexOf(person);
        Map<Formula, Optional<Openings.Opening>> others = new HashMap<>(); // Many secrets share few formulas.
        List<OfPerson.Alone> alone = new ArrayList<>();
        List<OfPerson.Together> together = new ArrayList<>();
        for (String secret : inventory.secrets().keySet()) {
            if (opened.has(secret)) {
                alone.add(new OfPerson.Alone(secret, opened.path(List.of(secret))));
            } else {
                others.computeIfAbsent(secrets.of(secret), one -> company.of(one, number))
                        .ifPresent(who -> together.add(new OfPerson.Together(secret, who.size(), who.people())));
            }
        }
        return new OfPerson(person, alone, together);
    }
}
