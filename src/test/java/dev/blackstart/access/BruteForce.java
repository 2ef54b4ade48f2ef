package dev.blackstart.access;

import dev.blackstart.definition.AccessFormula;
import dev.blackstart.definition.AccessFormula.ByPerson;
import dev.blackstart.definition.AccessFormula.BySecret;
import dev.blackstart.definition.AccessFormula.Quorum;
import dev.blackstart.definition.DocumentedSecret;
import dev.blackstart.definition.Inventory;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/** Answers by trying every set of people, from the documents alone: nothing of what it checks is used here. */
final class BruteForce {
    private final List<String> people;
    private final Map<String, boolean[]> opens = new LinkedHashMap<>();
    private final Map<Set<String>, Set<Set<String>>> cuts = new HashMap<>();

    BruteForce(Inventory inventory) {
        this.people = List.copyOf(inventory.people().keySet());
        for (DocumentedSecret secret : inventory.secrets().values()) {
            boolean[] table = new boolean[1 << people.size()];
            for (int there = 0; there < table.length; there++) {
                table[there] = opens(secret, there);
            }
            opens.put(secret.name(), table);
        }
    }

    private boolean opens(DocumentedSecret secret, int there) {
        return holds(secret.openedBy(), there)
                || secret.copies().stream().anyMatch(copy -> holds(copy.openedBy(), there));
    }

    private boolean holds(AccessFormula formula, int there) {
        if (formula instanceof ByPerson by) {
            return (there >> people.indexOf(by.person()) & 1) == 1;
        }
        if (formula instanceof BySecret by) {
            return table(by.secret())[there];
        }
        if (formula instanceof Quorum quorum) {
            int held = 0;
            for (AccessFormula part : quorum.of()) {
                held += holds(part, there) ? 1 : 0;
            }
            return held >= quorum.quorum();
        }
        return false;
    }

    private boolean[] table(String secret) {
        return Objects.requireNonNull(opens.get(secret));
    }

    private int everybody() {
        return (1 << people.size()) - 1;
    }

    boolean opens(String secret, Set<String> there) {
        return table(secret)[bits(there)];
    }

    OptionalInt openingSize(String secret) {
        boolean[] table = table(secret);
        return IntStream.range(0, table.length)
                .filter(there -> table[there])
                .map(Integer::bitCount)
                .min();
    }

    /** Lists the minimal sets of people whose loss closes one of these secrets. */
    Set<Set<String>> cutSets(Set<String> secrets) {
        return cuts.computeIfAbsent(secrets, this::minimalCuts);
    }

    private Set<Set<String>> minimalCuts(Set<String> secrets) {
        boolean[] closes = new boolean[1 << people.size()];
        for (String secret : secrets) {
            boolean[] table = table(secret);
            for (int lost = 0; lost < closes.length; lost++) {
                closes[lost] |= !table[everybody() & ~lost];
            }
        }
        Set<Set<String>> minimal = new HashSet<>();
        for (int lost = 0; lost < closes.length; lost++) {
            int cut = lost;
            if (closes[lost]
                    && IntStream.range(0, people.size())
                            .noneMatch(person -> (cut >> person & 1) == 1 && closes[cut & ~(1 << person)])) {
                minimal.add(names(lost));
            }
        }
        return minimal;
    }

    private int bits(Set<String> names) {
        return names.stream().mapToInt(name -> 1 << people.indexOf(name)).sum();
    }

    private Set<String> names(int bits) {
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < people.size(); i++) {
            if ((bits >> i & 1) == 1) {
                names.add(people.get(i));
            }
        }
        return names;
    }
}
