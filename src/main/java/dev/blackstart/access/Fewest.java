package dev.blackstart.access;

import dev.blackstart.access.Relaxation.Price;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds how few people make a formula hold, and which. Exact without a search where the parts of a gate have nobody in
 * common, and wherever any of the parts will do; elsewhere between bounds that a search closes if they don't meet.
 */
final class Fewest {
    private static final int UNFOLDINGS = 400;
    private static final int CONFLICTS = 20_000;

    private final Formulas formulas;
    private final Antichains antichains;
    private final Effort effort;
    private final Map<Formula, Found> known = new HashMap<>();

    /** @param effort what searches may take, together */
    Fewest(Formulas formulas, Antichains antichains, Effort effort) {
        this.formulas = formulas;
        this.antichains = antichains;
        this.effort = effort;
    }

    /**
     * What is known of a formula.
     *
     * @param least fewer never make it hold
     * @param set these do
     * @param settled whether all that can be done to bring the two together has been done
     */
    record Found(int least, BitSet set, boolean settled) {
        int most() {
            return set.cardinality();
        }

        boolean exact() {
            return least == most();
        }
    }

    /** Answers for a formula that is neither always nor never true; exact, unless a search came to its limit. */
    Found of(Formula formula) {
        for (Formula one : formulas.cone(formula, known::containsKey)) {
            known.put(one, bracket(one));
        }
        return settle(formula);
    }

    int least(Formula formula) {
        return found(formula).least();
    }

    BitSet known(Formula formula) {
        return found(formula).set();
    }

    private Found found(Formula formula) {
        return known.getOrDefault(formula, new Found(0, formula.people(), false));
    }

    private Found bracket(Formula formula) {
        if (formula.isPerson()) {
            return new Found(1, formula.people(), true);
        }
        return antichains
                .of(formula)
                .map(Fewest::smallest)
                .orElseGet(() -> formula.isAny() || formula.isDisjoint() ? combined(formula) : between(formula));
    }

    private static Found smallest(Antichain sets) {
        BitSet smallest = BitSet.valueOf(sets.sets().get(0));
        return new Found(smallest.cardinality(), smallest, true);
    }

    /** Bounds a gate whose parts have people in common. */
    private Found between(Formula gate) {
        long[] whole = new long[gate.people().length()];
        Arrays.fill(whole, Relaxation.WHOLE);
        Price price = new Relaxation(this, UNFOLDINGS).of(gate, whole);
        int dearestPart = gate.parts().stream()
                .mapToInt(this::least)
                .sorted()
                .limit(gate.needed())
                .max()
                .orElse(0);
        List<Formula> cone = formulas.cone(gate);
        BitSet apart = Pruning.of(gate, cone, combined(gate).set());
        BitSet priced = Pruning.of(gate, cone, price.set());
        return new Found(
                Math.max(dearestPart, price.people()),
                priced.cardinality() < apart.cardinality() ? priced : apart,
                false);
    }

    /** The cheapest parts: exact as far as these are. */
    private Found combined(Formula gate) {
        List<Found> parts = gate.parts().stream().map(this::found).toList();
        int least = parts.stream()
                .mapToInt(Found::least)
                .sorted()
                .limit(gate.needed())
                .sum();
        BitSet set = new BitSet();
        parts.stream()
                .sorted(Comparator.comparingInt(Found::most))
                .limit(gate.needed())
                .forEach(part -> set.or(part.set()));
        return new Found(least, set, false);
    }

    private Found settle(Formula formula) {
        Found found = found(formula);
        if (found.settled() || found.exact()) {
            return found;
        }
        Found settled = formula.isAny() || formula.isDisjoint() ? settleParts(formula) : search(formula);
        known.put(formula, settled);
        return settled;
    }

    /** Settles those parts that decide, and no other. */
    private Found settleParts(Formula gate) {
        List<Formula> parts = new ArrayList<>(gate.parts());
        while (true) {
            parts.sort(Comparator.comparingInt(this::least));
            Formula open = parts.stream()
                    .limit(gate.needed())
                    .filter(part -> !found(part).settled() && !found(part).exact())
                    .findFirst()
                    .orElse(null);
            Found found = combined(gate);
            if (open == null || found.exact()) {
                return new Found(found.least(), found.set(), true);
            }
            settle(open);
        }
    }

    private Found search(Formula formula) {
        Found found = found(formula);
        List<Formula> cone = formulas.cone(formula);
        int conflicts = effort.share(cone.size(), CONFLICTS);
        if (conflicts == 0) {
            return new Found(found.least(), found.set(), true);
        }
        Model model = new Model(cone, Classes.of(cone), conflicts);
        int least = found.least();
        BitSet set = found.set();
        while (least < set.cardinality()) {
            model.atMost(set.cardinality() - 1);
            Model.Ended ended = model.search();
            if (ended == Model.Ended.LIMIT) {
                break;
            }
            if (ended == Model.Ended.NONE) {
                least = set.cardinality();
            } else {
                set = Pruning.of(formula, cone, model.found());
            }
        }
        effort.spend(cone.size(), 1 + model.conflicts());
        return new Found(least, set, true);
    }
}
