package dev.blackstart.access;

import dev.blackstart.access.Cone.Links;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/** Formulas that are looked at for as many sets of people at once as a word has bits. */
final class Lanes {
    private final Cone cone;
    private final Links parts;

    /** How many of the parts of each: of all and of any, each is looked at once. */
    private final int[] needed;

    /** For which sets each formula holds, one bit a set. */
    private final long[] holding;

    private final long[] held;
    private final BitSet[] sets = new BitSet[Long.SIZE];
    private final long cost;
    private int count;

    Lanes(Cone cone) {
        this.cone = cone;
        this.parts = cone.parts();
        this.needed = new int[cone.size()];
        this.holding = new long[cone.size()];
        long looks = 1;
        int most = 0;
        for (int i = 0; i < needed.length; i++) {
            Formula formula = cone.formula(i);
            needed[i] = formula.needed();
            boolean simple = formula.isAny() || formula.isAll();
            looks += simple ? parts.count(i) : (long) parts.count(i) * needed[i];
            most = Math.max(most, needed[i]);
        }
        this.held = new long[most + 1];
        this.cost = looks;
    }

    /** Gives how many parts are looked at. */
    long cost() {
        return cost;
    }

    void add(BitSet people) {
        for (int person = people.nextSetBit(0); person >= 0; person = people.nextSetBit(person + 1)) {
            if (cone.has(person)) {
                holding[cone.place(person)] |= 1L << count;
            }
        }
        sets[count++] = (BitSet) people.clone();
    }

    boolean full() {
        return count == Long.SIZE;
    }

    void clear() {
        count = 0;
        Arrays.fill(holding, 0);
    }

    /** Finds out which formulas hold for which sets. */
    void look() {
        for (int i = 0; i < needed.length; i++) {
            if (cone.person(i) < 0) {
                holding[i] = needed[i] == 1 ? any(i) : needed[i] == parts.count(i) ? all(i) : some(i, needed[i]);
            }
        }
    }

    private long any(int gate) {
        long any = 0;
        int end = parts.to(gate);
        for (int i = parts.from(gate); i < end && any != -1; i++) {
            any |= holding[parts.at(i)];
        }
        return any;
    }

    private long all(int gate) {
        long all = -1;
        int end = parts.to(gate);
        for (int i = parts.from(gate); i < end && all != 0; i++) {
            all &= holding[parts.at(i)];
        }
        return all;
    }

    /** Counts the parts that hold so far, for each of the sets. */
    private long some(int gate, int most) {
        Arrays.fill(held, 1, most + 1, 0);
        held[0] = -1;
        int end = parts.to(gate);
        int met = 0;
        for (int i = parts.from(gate); i < end; i++) {
            long holds = holding[parts.at(i)];
            if (holds != 0) {
                met = Math.min(most, met + 1);
                for (int j = met; j > 0; j--) {
                    held[j] |= held[j - 1] & holds;
                }
            }
        }
        return held[most];
    }

    /** Gives the first of the sets for which what stands at a place holds. */
    Optional<BitSet> first(int place) {
        int first = Long.numberOfTrailingZeros(holding[place]);
        return first < count ? Optional.of(sets[first]) : Optional.empty();
    }
}
