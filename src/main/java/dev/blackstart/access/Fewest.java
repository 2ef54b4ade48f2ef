package dev.blackstart.access;

import dev.blackstart.access.Relaxation.Price;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds how few people make a formula hold, and which. Exact without a search where the parts of a gate have nobody in
 * common, and wherever any of the parts will do; elsewhere between bounds that a search closes if they don't meet.
 */
final class Fewest {
    private static final int UNFOLDINGS = 200;
    private static final int CONFLICTS = 20_000;

    private final Formulas formulas;
    private final Cones cones;
    private final Sparing sparing;
    private final Antichains antichains;
    private final Effort effort;
    private final Map<Formula, Integer> floors = new HashMap<>();
    private final ById<Found> known = new ById<>();

    /** @param effort what searches may take, together */
    Fewest(Formulas formulas, Antichains antichains, Effort effort) {
        this.formulas = formulas;
        this.cones = new Cones(formulas);
        this.sparing = new Sparing(formulas);
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

        Bounds bounds() {
            return Bounds.between(least, most());
        }

        Found atLeast(int number) {
            return new Found(Math.max(least, number), set, settled);
        }
    }

    /** Takes note of what was found by trying. */
    void learn(SmallSets tried, Formula formula) {
        tried.smallest(formula)
                .ifPresentOrElse(
                        set -> known.put(formula, new Found(set.cardinality(), set, true)),
                        () -> floors.put(formula, tried.least()));
    }

    /** Answers for a formula that is neither always nor never true; exact, unless a search came to its limit. */
    Found of(Formula formula) {
        bound(formula);
        return settle(formula);
    }

    /** Gives how many it takes at least, as far as that can be told without a search. */
    int bound(Formula formula) {
        for (Formula one : formulas.cone(formula, known::has)) {
            known.put(one, bracket(one));
        }
        return least(formula);
    }

    int least(Formula formula) {
        return found(formula).least();
    }

    BitSet known(Formula formula) {
        return found(formula).set();
    }

    private Found found(Formula formula) {
        Found found = known.get(formula);
        return found == null ? new Found(0, formula.people(), false) : found;
    }

    private Found bracket(Formula formula) {
        if (formula.isPerson()) {
            return new Found(1, formula.people(), true);
        }
        Optional<Antichain> few = antichains.of(formula);
        if (few.isPresent()) {
            return smallest(few.get());
        }
        Found found = formula.isAny() || formula.isDisjoint() ? combined(formula) : between(formula);
        return found.atLeast(floors.getOrDefault(formula, 0));
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
        BitSet apart = combined(gate).set();
        BitSet fewer = price.set().cardinality() < apart.cardinality() ? price.set() : apart;
        int least = Math.max(dearestPart, price.people());
        boolean needed = fewer.cardinality() <= least;
        return new Found(least, needed ? fewer : sparing.pruned(gate, fewer), false);
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
        Found settled =
                formula.isAny() || formula.isDisjoint() ? settleParts(formula).atLeast(found.least()) : search(formula);
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
        int conflicts = effort.share(cones.size(formula), CONFLICTS);
        if (conflicts == 0) {
            return new Found(found.least(), found.set(), true);
        }
        Cone cone = cones.of(formula);
        Model model = new Model(cone, Classes.of(formulas, formula), conflicts);
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
                set = sparing.pruned(formula, model.found());
            }
        }
        effort.spend(cone.size(), 1 + model.conflicts());
        return new Found(least, set, true);
    }
}
