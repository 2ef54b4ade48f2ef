package dev.blackstart.access;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Formulas that are looked at for as many sets of people at once as a word has bits. */
final class Lanes {
    private final Map<Formula, Integer> places = new HashMap<>();
    private final List<Formula> partsFirst;
    private final int[][] parts;
    private final long[] holding;
    private final List<BitSet> sets = new ArrayList<>();
    private long cost = 1;

    Lanes(List<Formula> partsFirst) {
        this.partsFirst = partsFirst;
        this.holding = new long[partsFirst.size()];
        this.parts = new int[partsFirst.size()][];
        for (int i = 0; i < parts.length; i++) {
            Formula formula = partsFirst.get(i);
            places.put(formula, i);
            parts[i] = formula.parts().stream().mapToInt(this::place).toArray();
            cost += formula.isAny() || formula.isAll() ? parts[i].length : (long) parts[i].length * formula.needed();
        }
    }

    private int place(Formula formula) {
        return Objects.requireNonNull(places.get(formula));
    }

    /** Gives how many parts are looked at. */
    long cost() {
        return cost;
    }

    void add(BitSet people) {
        sets.add((BitSet) people.clone());
    }

    boolean full() {
        return sets.size() == Long.SIZE;
    }

    void clear() {
        sets.clear();
    }

    /** Finds out which formulas hold for which sets. */
    void look() {
        for (int i = 0; i < parts.length; i++) {
            Formula formula = partsFirst.get(i);
            holding[i] = formula.isPerson() ? with(formula.person()) : gate(formula, parts[i]);
        }
    }

    private long with(int person) {
        long with = 0;
        for (int i = 0; i < sets.size(); i++) {
            with |= sets.get(i).get(person) ? 1L << i : 0;
        }
        return with;
    }

    private long gate(Formula gate, int[] parts) {
        if (gate.isAny()) {
            long any = 0;
            for (int part : parts) {
                any |= holding[part];
            }
            return any;
        }
        if (gate.isAll()) {
            long all = -1;
            for (int part : parts) {
                all &= holding[part];
            }
            return all;
        }
        long[] held = new long[gate.needed() + 1];
        held[0] = -1;
        for (int part : parts) {
            for (int i = gate.needed(); i > 0; i--) {
                held[i] |= held[i - 1] & holding[part];
            }
        }
        return held[gate.needed()];
    }

    /** Gives the first of the sets for which a formula holds. */
    Optional<BitSet> first(Formula formula) {
        int first = Long.numberOfTrailingZeros(holding[place(formula)]);
        return first < sets.size() ? Optional.of(sets.get(first)) : Optional.empty();
    }
}
