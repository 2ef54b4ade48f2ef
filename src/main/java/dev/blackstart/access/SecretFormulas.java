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
import java.util.List;
import java.util.Map;

/**
 * The formula of each secret over people alone: secrets that open others are put in, hosts are never there, and any of
 * the places where a secret is kept will do.
 */
final class SecretFormulas {
    private final Formulas formulas;
    private final List<String> people;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Formula> secrets = new LinkedHashMap<>();

    SecretFormulas(Inventory inventory, SecretOrder order, Formulas formulas) {
        this.formulas = formulas;
        this.people = List.copyOf(inventory.people().keySet());
        people.forEach(person -> numbers.put(person, numbers.size()));
        for (DocumentedSecret secret : order.neededFirst()) {
            List<Formula> ways = secret.ways().stream().map(this::formula).toList();
            secrets.put(secret.name(), formulas.any(ways));
        }
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
                : formulas.all(names.stream().map(this::of).toList());
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
