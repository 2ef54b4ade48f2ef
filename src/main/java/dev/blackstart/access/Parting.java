package dev.blackstart.access;

import java.util.Arrays;
import java.util.BitSet;

/** Parts people gate by gate: those stay together who stand equally often in each gate so far. */
final class Parting {
    private final BitSet people;
    private final int all;

    /** Of each person, by number. */
    private final int[] group;

    private int[] sizes;
    private int[] movedTo;
    private int[] movedBy;
    private int made = 1;
    private int left = 1;

    Parting(BitSet people) {
        this.people = people;
        this.group = new int[people.length()];
        this.sizes = new int[4 * (group.length + 1)];
        this.movedTo = new int[sizes.length];
        this.movedBy = new int[sizes.length];
        this.all = people.cardinality();
        sizes[0] = all;
    }

    /** Parts those who stand in a gate from those who do not; says whether two are still together. */
    boolean by(Formula gate) {
        for (int person : gate.standing()) {
            int from = group[person];
            if (movedBy[from] != gate.id()) {
                int to = make();
                movedBy[from] = gate.id();
                movedTo[from] = to;
            }
            group[person] = movedTo[from];
            left += sizes[group[person]]++ == 0 ? 1 : 0;
            left -= --sizes[from] == 0 ? 1 : 0;
        }
        return left < all;
    }

    private int make() {
        if (made == sizes.length) {
            sizes = Arrays.copyOf(sizes, 2 * made);
            movedTo = Arrays.copyOf(movedTo, 2 * made);
            movedBy = Arrays.copyOf(movedBy, 2 * made);
        }
        return made++;
    }

    /** Lists the groups, that of the first person first. */
    int[][] groups() {
        int[][] groups = new int[left][];
        int[] placeOf = new int[made];
        int count = 0;
        for (int person = people.nextSetBit(0); person >= 0; person = people.nextSetBit(person + 1)) {
            int one = group[person];
            if (placeOf[one] == 0) {
                groups[count] = new int[sizes[one]];
                placeOf[one] = ++count;
                sizes[one] = 0;
            }
            groups[placeOf[one] - 1][sizes[one]++] = person;
        }
        return groups;
    }
}
