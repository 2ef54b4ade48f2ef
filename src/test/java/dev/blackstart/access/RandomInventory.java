package dev.blackstart.access;

import dev.blackstart.definition.AccessFormula;
import dev.blackstart.definition.AccessFormula.ByHost;
import dev.blackstart.definition.AccessFormula.ByPerson;
import dev.blackstart.definition.AccessFormula.BySecret;
import dev.blackstart.definition.AccessFormula.Quorum;
import dev.blackstart.definition.DocumentedSecret;
import dev.blackstart.definition.DocumentedSecret.Copy;
import dev.blackstart.definition.Inventory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Makes up small inventories of every shape: nested, shared, copied, opened by hosts and through other secrets, in circles too. */
final class RandomInventory {
    private static final int MOST_PEOPLE = 10;
    private static final int MOST_SECRETS = 5;

    private final Random random;
    private final boolean circles;
    private final int count;
    private final List<String> people = new ArrayList<>();
    private final Map<String, DocumentedSecret> secrets = new LinkedHashMap<>();

    private RandomInventory(Random random) {
        this.random = random;
        this.circles = random.nextBoolean();
        this.count = 1 + random.nextInt(MOST_SECRETS);
    }

    static Inventory of(Random random) {
        return new RandomInventory(random).make();
    }

    private Inventory make() {
        IntStream.rangeClosed(1, 1 + random.nextInt(MOST_PEOPLE)).forEach(number -> people.add("p" + number));
        for (int i = 1; i <= count; i++) {
            List<Copy> copies = new ArrayList<>();
            while (copies.size() < 2 && random.nextInt(4) == 0) {
                copies.add(new Copy("s" + (2 + copies.size()), formula(2), Inventories.PLACE));
            }
            String name = "secret" + i;
            secrets.put(
                    name,
                    new DocumentedSecret(
                            name,
                            "",
                            "s1",
                            formula(1 + random.nextInt(3)),
                            copies,
                            Set.of(),
                            Optional.empty(),
                            Inventories.PLACE));
        }
        return Inventories.of(people, List.copyOf(secrets.values()));
    }

    private AccessFormula formula(int depth) {
        int kind = random.nextInt(12);
        if (depth == 0 || kind < 3) {
            return atom();
        }
        List<AccessFormula> parts = new ArrayList<>();
        int size = 1 + random.nextInt(4);
        for (int i = 0; i < size; i++) {
            parts.add(formula(depth - 1));
        }
        int needed = kind < 6 ? 1 : kind < 9 ? size : 1 + random.nextInt(size);
        return new Quorum(needed, parts, Inventories.PLACE);
    }

    private AccessFormula atom() {
        int kind = random.nextInt(16);
        if (kind == 0) {
            return new ByHost("db", Inventories.PLACE);
        }
        int others = circles ? count : secrets.size();
        if (kind < (circles ? 7 : 4) && others > 0) {
            return new BySecret("secret" + (1 + random.nextInt(others)), Inventories.PLACE);
        }
        return new ByPerson(people.get(random.nextInt(people.size())), Inventories.PLACE);
    }
}
