package dev.blackstart.access;

import dev.blackstart.definition.AccessFormula;
import dev.blackstart.definition.AccessFormula.ByPerson;
import dev.blackstart.definition.AccessFormula.Quorum;
import dev.blackstart.definition.DocumentedSecret;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** People in classes: those of one open a secret together that nobody else opens. */
final class Crowd {
    private Crowd() {}

    /** Each of a class of their own. */
    static PeopleClasses apart(int people) {
        int[] sizes = new int[people];
        Arrays.fill(sizes, 1);
        return of(sizes);
    }

    /** So many of each class, numbered class by class. */
    static PeopleClasses of(int[] sizes) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        List<DocumentedSecret> secrets = new ArrayList<>();
        for (int size : sizes) {
            List<AccessFormula> together = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                String name = "p" + numbers.size();
                together.add(new ByPerson(name, Inventories.PLACE));
                numbers.put(name, numbers.size());
            }
            secrets.add(new DocumentedSecret(
                    "s" + secrets.size(),
                    "",
                    "pass",
                    new Quorum(1, together, Inventories.PLACE),
                    List.of(),
                    Set.of(),
                    Optional.empty(),
                    Inventories.PLACE));
        }
        return new PeopleClasses(numbers, secrets);
    }
}
