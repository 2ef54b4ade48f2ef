package dev.blackstart.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sets of people, as bits, none of which holds another: the minimal ones that make a formula hold. Formulas that mean the
 * same have equal ones.
 */
final class Antichain {
    /** Nobody makes it hold. */
    static final Antichain NEVER = new Antichain(List.of());

    private static final Comparator<long[]> SMALLEST_FIRST =
            Comparator.comparingInt(Antichain::count).thenComparing(one -> one, Antichain::compare);

    private final List<long[]> sets;

    private Antichain(List<long[]> sets) {
        this.sets = List.copyOf(sets);
    }

    static Antichain of(long[] set) {
        return new Antichain(List.of(set));
    }

    /** Lists the sets, which are not to be changed; the smallest first, of these that of the people who come first. */
    List<long[]> sets() {
        return sets;
    }

    /** Gives what holds where one of the two does, if that are no more sets than so many. */
    Optional<Antichain> or(Antichain other, int most) {
        List<long[]> all = new ArrayList<>(sets);
        all.addAll(other.sets);
        return minimal(all, most);
    }

    /** Gives what holds where both do, if that are no more sets than so many. */
    Optional<Antichain> and(Antichain other, int most) {
        List<long[]> all = new ArrayList<>(sets.size() * other.sets.size());
        for (long[] one : sets) {
            for (long[] two : other.sets) {
                long[] both = one.clone();
                for (int i = 0; i < both.length; i++) {
                    both[i] |= two[i];
                }
                all.add(both);
            }
        }
        return minimal(all, most);
    }

    private static Optional<Antichain> minimal(List<long[]> sets, int most) {
        sets.sort(SMALLEST_FIRST);
        List<long[]> minimal = new ArrayList<>();
        for (long[] set : sets) {
            if (!holdsOneOf(minimal, set)) {
                if (minimal.size() == most) {
                    return Optional.empty();
                }
                minimal.add(set);
            }
        }
        return Optional.of(new Antichain(minimal));
    }

    private static boolean holdsOneOf(List<long[]> sets, long[] set) {
        for (long[] one : sets) {
            if (holds(set, one)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(long[] set, long[] part) {
        for (int i = 0; i < set.length; i++) {
            if ((part[i] & ~set[i]) != 0) {
                return false;
            }
        }
        return true;
    }

    private static int count(long[] set) {
        int count = 0;
        for (long word : set) {
            count += Long.bitCount(word);
        }
        return count;
    }

    private static int compare(long[] one, long[] other) {
        for (int i = 0; i < one.length; i++) {
            if (one[i] != other[i]) {
                return Long.compareUnsigned(Long.reverse(other[i]), Long.reverse(one[i]));
            }
        }
        return 0;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Antichain that && Arrays.deepEquals(sets.toArray(), that.sets.toArray());
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(sets.toArray());
    }
}
