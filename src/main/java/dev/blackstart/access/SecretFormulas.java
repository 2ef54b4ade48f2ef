package dev.blackstart.access;

import dev.blackstart.definition.AccessFormula;
import dev.blackstart.definition.AccessFormula.ByPerson;
import dev.blackstart.definition.AccessFormula.BySecret;
import dev.blackstart.definition.AccessFormula.Quorum;
import dev.blackstart.definition.DocumentedSecret;
import dev.blackstart.definition.Inventory;
import dev.blackstart.definition.SecretOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The formula of each secret over people alone: secrets that open others are put in, also where these open each other
 * in circles; hosts are never there, and any of the places where a secret is kept will do.
 */
final class SecretFormulas {
    private final Formulas formulas;
    private final Limits limits;
    private final List<String> people;
    private final Set<String> unsettled = new LinkedHashSet<>();
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final PeopleClasses classes;
    private final Antichains antichains;
    private final PlainFormulas plain;
    private final Map<String, Formula> secrets = new LinkedHashMap<>();

    SecretFormulas(Inventory inventory, SecretOrder order, Formulas formulas, Limits limits) {
        this.formulas = formulas;
        this.limits = limits;
        this.people = List.copyOf(inventory.people().keySet());
        people.forEach(person -> numbers.put(person, numbers.size()));
        this.classes = new PeopleClasses(numbers, inventory.secrets().values());
        this.antichains = new Antichains(formulas, classes, limits.fewSets());
        this.plain = new PlainFormulas(formulas, antichains, classes);
        order.groups().forEach(this::add);
    }

    /**
     * Gives the least that holds of secrets that open each other: first nobody opens any, then those whom others let.
     * Each round makes as many formulas as there are ways; where too many would be made, the first round must do.
     */
    private void add(SecretOrder.Group group) {
        boolean changed = round(group);
        Map<String, Formula> first = new HashMap<>();
        group.members().forEach(secret -> first.put(secret.name(), of(secret.name())));
        int before = formulas.made();
        for (int round = 1; round < group.rounds() && changed; round++) {
            if (formulas.made() - before > limits.circle()) {
                secrets.putAll(first);
                unsettled.addAll(first.keySet());
                break;
            }
            changed = round(group);
        }
    }

    private boolean round(SecretOrder.Group group) {
        boolean changed = false;
        for (DocumentedSecret secret : group.members()) {
            List<Formula> ways = secret.ways().stream().map(this::formula).toList();
            Formula opened = plain.of(formulas.any(ways));
            changed |= secrets.put(secret.name(), opened) != opened;
        }
        return changed;
    }

    /** Names those of circles that are too large to follow: more people may open them than their formulas say. */
    Set<String> unsettled() {
        return unsettled;
    }

    /** Knows nothing of minimal sets: of formulas that may treat interchangeable people otherwise. */
    Antichains noAntichains() {
        return new Antichains(formulas, classes, 0);
    }

    /** Knows the minimal sets of the formulas that are given here. */
    Antichains antichains() {
        return antichains;
    }

    /** Who the numbers in the formulas stand for. */
    List<String> people() {
        return people;
    }

    Formula of(String secret) {
        return secrets.getOrDefault(secret, formulas.never());
    }

    /** All of these; somebody, where there are none. */
    Formula all(Collection<String> names) {
        return names.isEmpty()
                ? somebody()
                : plain.of(formulas.all(names.stream().map(this::of).toList()));
    }

    private Formula somebody() {
        List<Formula> everybody = new ArrayList<>();
        numbers.values().forEach(number -> everybody.add(formulas.person(number)));
        return formulas.any(everybody);
    }

    private Formula formula(AccessFormula formula) {
        if (formula instanceof ByPerson by) {
            Integer number = numbers.get(by.person());
            return number == null ? formulas.never() : formulas.person(number);
        }
        if (formula instanceof BySecret by) {
            return of(by.secret());
        }
        if (formula instanceof Quorum quorum) {
            return formulas.atLeast(
                    quorum.quorum(), quorum.of().stream().map(this::formula).toList());
        }
        return formulas.never();
    }
}
