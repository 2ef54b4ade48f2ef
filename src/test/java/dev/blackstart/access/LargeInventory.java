package dev.blackstart.access;

import dev.blackstart.definition.AccessFormula;
import dev.blackstart.definition.AccessFormula.ByPerson;
import dev.blackstart.definition.AccessFormula.BySecret;
import dev.blackstart.definition.AccessFormula.Quorum;
import dev.blackstart.definition.DocumentedSecret;
import dev.blackstart.definition.DocumentedSecret.Copy;
import dev.blackstart.definition.Inventory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Makes up an inventory larger than any that people keep: 200 people, 5,000 secrets that open each other six deep, and
 * quorums of up to 15 of 30 that share their people, so that hardly any formula has everybody in it once.
 */
final class LargeInventory {
    private static final int PEOPLE = 200;
    private static final int SECRETS = 5_000;
    private static final int DEPTH = 6;
    private static final int QUORUMS = 50;
    private static final int NESTED = 100;

    private final Random random;
    private final List<String> people =
            IntStream.range(0, PEOPLE).mapToObj(number -> "person-" + number).toList();
    private final List<DocumentedSecret> secrets = new ArrayList<>();

    private LargeInventory(Random random) {
        this.random = random;
    }

    static Inventory of(long seed) {
        return new LargeInventory(new Random(seed)).make();
    }

    private Inventory make() {
        List<List<String>> layers = new ArrayList<>();
        for (int layer = 1; layer <= DEPTH; layer++) {
            List<String> names = new ArrayList<>();
            int count = layer == 1 ? QUORUMS : NESTED;
            for (int i = 0; i < count; i++) {
                names.add(secret(layer, layers));
            }
            layers.add(names);
        }
        List<String> keys = secrets.stream().map(DocumentedSecret::name).toList();
        while (secrets.size() < SECRETS) {
            add(behind(bySecret(keys)), List.of());
        }
        return Inventories.of(people, secrets);
    }

    private String secret(int layer, List<List<String>> layers) {
        AccessFormula formula = layer == 1 ? shares() : gate(layers);
        List<Copy> copies = layer > 1 && random.nextInt(20) == 0
                ? List.of(new Copy("safe", gate(layers), Inventories.PLACE))
                : List.of();
        return add(formula, copies);
    }

    private String add(AccessFormula formula, List<Copy> copies) {
        String name = "secret-" + secrets.size();
        secrets.add(new DocumentedSecret(
                name, "", "store", formula, copies, Set.of(), Optional.empty(), Inventories.PLACE));
        return name;
    }

    /** Half of the secrets lie behind one of the nested ones; the others want some people's own keys as well. */
    private AccessFormula behind(AccessFormula key) {
        return random.nextBoolean() ? key : new Quorum(2, List.of(key, shares()), Inventories.PLACE);
    }

    /** A quorum of up to 15 of up to 30 people. */
    private AccessFormula shares() {
        int of = 10 + random.nextInt(21);
        List<AccessFormula> holders = new ArrayList<>();
        List<String> shuffled = new ArrayList<>(people);
        Collections.shuffle(shuffled, random);
        shuffled.subList(0, of).forEach(person -> holders.add(new ByPerson(person, Inventories.PLACE)));
        return new Quorum(1 + random.nextInt((of + 1) / 2), holders, Inventories.PLACE);
    }

    /** Any, all or some of: a secret of the layer below, one or two quorums that others use as well, now and then more. */
    private AccessFormula gate(List<List<String>> layers) {
        List<AccessFormula> parts = new ArrayList<>();
        parts.add(bySecret(layers.get(layers.size() - 1)));
        parts.add(bySecret(layers.get(0)));
        if (random.nextInt(3) == 0) {
            parts.add(bySecret(layers.get(0)));
        }
        if (random.nextInt(4) == 0) {
            parts.add(shares());
        }
        int needed = 1 + random.nextInt(parts.size());
        return new Quorum(needed, parts, Inventories.PLACE);
    }

    private AccessFormula bySecret(List<String> names) {
        return new BySecret(names.get(random.nextInt(names.size())), Inventories.PLACE);
    }
}
