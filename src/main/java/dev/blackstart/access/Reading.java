package dev.blackstart.access;

import dev.blackstart.definition.DrillDefinition;
import dev.blackstart.definition.Inventory;
import dev.blackstart.definition.SecretOrder;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** An inventory in which nothing is untold, and what it answers. */
final class Reading {
    private final Inventory inventory;
    private final SecretOrder order;
    private final Formulas formulas = new Formulas();
    private final SecretFormulas secrets;
    private final List<RunbookNeeds> runbooks;
    private final List<DrillDefinition> drills;
    private final StorePlaces places;
    private final Limits limits;
    private final NumbersOf numbers;

    Reading(
            Inventory inventory,
            List<RunbookNeeds> runbooks,
            List<DrillDefinition> drills,
            StorePlaces places,
            Limits limits) {
        this.inventory = inventory;
        this.order = new SecretOrder(inventory);
        this.secrets = new SecretFormulas(inventory, order, formulas, limits);
        this.runbooks = runbooks;
        this.drills = List.copyOf(drills);
        this.places = places;
        this.limits = limits;
        this.numbers = new NumbersOf(formulas, secrets.people(), secrets.antichains(), limits);
    }

    /** Names secrets of which more may be true than is told, though everybody together opens them. */
    Set<String> unsettled() {
        Set<String> unsettled = new LinkedHashSet<>(secrets.unsettled());
        if (!unsettled.isEmpty()) {
            Opened all = new Opened(order.groups(), inventory.people().keySet(), store -> false);
            unsettled.removeIf(name -> !all.has(name));
        }
        return unsettled;
    }

    AccessAnswer answer() {
        return new Answering(inventory, order, formulas, secrets, runbooks, places, numbers).answer();
    }

    Remaining without(Set<String> people) {
        return new Leftover(inventory, order, formulas, secrets, runbooks, drills).without(people);
    }

    OfPerson of(String person) {
        NumbersOf others = new NumbersOf(formulas, secrets.people(), secrets.noAntichains(), limits);
        return new PersonReach(inventory, order, formulas, secrets, others).of(person);
    }

    BusFactor busFactor(String secret) {
        return numbers.busFactor(secrets.of(secret));
    }
}
