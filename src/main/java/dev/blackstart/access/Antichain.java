package dev.blackstart.access;

import java.util.ArrayList;
import java.util.Arrays;
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
        if (sets.isEmpty()) {
            return other.ifAtMost(most);
        }
        List<long[]> all = new ArrayList<>(sets.size() + other.sets.size());
        int next = 0;
        for (long[] one : sets) {
            while (next < other.sets.size() && smallestFirst(other.sets.get(next), one) < 0) {
                all.add(other.sets.get(next++));
            }
            all.add(one);
        }
        all.addAll(other.sets.subList(next, other.sets.size()));
        return minimal(all, most);
    }

    /** Gives what holds where both do, if that are no more sets than so many. */
    Optional<Antichain> and(Antichain other, int most) {
        if (sets.size() == 1 && count(sets.get(0)) == 0) {
            return other.ifAtMost(most);
        }
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
        all.sort(Antichain::smallestFirst);
        return minimal(all, most);
    }

    private Optional<Antichain> ifAtMost(int most) {
        return sets.size() > most ? Optional.empty() : Optional.of(this);
    }

    /** @param sets sorted */
    private static Optional<Antichain> minimal(List<long[]> sets, int most) {
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
        for (int i = 0; i < sets.size(); i++) {
            if (holds(set, sets.get(i))) {
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

    private static int smallestFirst(long[] one, long[] other) {
        int counted = Integer.compare(count(one), count(other));
        return counted != 0 ? counted : compare(one, other);
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
