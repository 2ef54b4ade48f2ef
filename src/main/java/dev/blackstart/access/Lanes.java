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
        // Looked at thousands of times, by a compiler that reads a field anew whenever it is named.
        long[] holds = holding;
        int[] ends = parts.ends();
        int[] places = parts.places();
        int[] wanted = needed;
        int to = 0;
        for (int i = 0; i < wanted.length; i++) {
            int from = to;
            to = ends[i];
            if (from < to) {
                holds[i] = wanted[i] == 1
                        ? any(holds, places, from, to)
                        : wanted[i] == to - from
                                ? all(holds, places, from, to)
                                : some(holds, places, from, to, wanted[i]);
            }
        }
    }

    private static long any(long[] holds, int[] places, int from, int to) {
        long any = 0;
        for (int i = from; i < to && any != -1; i++) {
            any |= holds[places[i]];
        }
        return any;
    }

    private static long all(long[] holds, int[] places, int from, int to) {
        long all = -1;
        for (int i = from; i < to && all != 0; i++) {
            all &= holds[places[i]];
        }
        return all;
    }

    /** Counts the parts that hold so far, for each of the sets. */
    private long some(long[] holds, int[] places, int from, int to, int most) {
        long[] counted = held;
        Arrays.fill(counted, 1, most + 1, 0);
        counted[0] = -1;
        int met = 0;
        for (int i = from; i < to; i++) {
            long part = holds[places[i]];
            if (part != 0) {
                met = Math.min(most, met + 1);
                for (int j = met; j > 0; j--) {
                    counted[j] |= counted[j - 1] & part;
                }
            }
        }
        return counted[most];
    }

    /** Says whether what stands at one of these places holds for one of the sets. */
    boolean any(int[] among, int many) {
        long[] holds = holding;
        for (int i = 0; i < many; i++) {
            if (holds[among[i]] != 0) {
                return true;
            }
        }
        return false;
    }

    /** Gives the first of the sets for which what stands at a place holds. */
    Optional<BitSet> first(int place) {
        int first = Long.numberOfTrailingZeros(holding[place]);
        return first < count ? Optional.of(sets[first]) : Optional.empty();
    }
}
