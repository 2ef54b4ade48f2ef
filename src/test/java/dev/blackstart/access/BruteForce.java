package dev.blackstart.access;

import dev.blackstart.definition.AccessFormula;
import dev.blackstart.definition.AccessFormula.ByPerson;
import dev.blackstart.definition.AccessFormula.BySecret;
import dev.blackstart.definition.AccessFormula.Quorum;
import dev.blackstart.definition.DocumentedSecret;
import dev.blackstart.definition.Inventory;
import java.util.Arrays;
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

/**
 * Answers by trying every set of people, from the documents alone: nothing of what it checks is used here. Nobody opens
 * anything at first; whoever opens something by what is open so far does, until nothing changes.
 */
final class BruteForce {
    private final List<String> people;
    private final Map<String, boolean[]> opens = new LinkedHashMap<>();
    private final Map<Set<String>, Set<Set<String>>> cuts = new HashMap<>();

    BruteForce(Inventory inventory) {
        this.people = List.copyOf(inventory.people().keySet());
        inventory.secrets().keySet().forEach(name -> opens.put(name, new boolean[1 << people.size()]));
        boolean more = true;
        while (more) {
            more = false;
            for (DocumentedSecret secret : inventory.secrets().values()) {
                boolean[] table = holds(secret.openedBy());
                secret.copies().forEach(copy -> add(table, holds(copy.openedBy())));
                more |= !Arrays.equals(table, opens.put(secret.name(), table));
            }
        }
    }

    private static void add(boolean[] table, boolean[] other) {
        for (int there = 0; there < table.length; there++) {
            table[there] |= other[there];
        }
    }

    /** By each set of people, whether it fulfils a formula. */
    private boolean[] holds(AccessFormula formula) {
        boolean[] table = new boolean[1 << people.size()];
        if (formula instanceof ByPerson by) {
            int person = people.indexOf(by.person());
            for (int there = 0; there < table.length; there++) {
                table[there] = (there >> person & 1) == 1;
            }
        } else if (formula instanceof BySecret by) {
            add(table, table(by.secret()));
        } else if (formula instanceof Quorum quorum) {
            List<boolean[]> parts = quorum.of().stream().map(this::holds).toList();
            for (int there = 0; there < table.length; there++) {
                int held = 0;
                for (boolean[] part : parts) {
                    held += part[there] ? 1 : 0;
                }
                table[there] = held >= quorum.quorum();
            }
        }
        return table;
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
            if (closes[lost] && !closesWithOneFewer(closes, lost)) {
                minimal.add(names(lost));
            }
        }
        return minimal;
    }

    private static boolean closesWithOneFewer(boolean[] closes, int lost) {
        for (int left = lost; left != 0; left &= left - 1) {
            if (closes[lost & ~Integer.lowestOneBit(left)]) {
                return true;
            }
        }
        return false;
    }

    private int bits(Set<String> names) {
        int bits = 0;
        for (String name : names) {
            bits |= 1 << people.indexOf(name);
        }
        return bits;
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
