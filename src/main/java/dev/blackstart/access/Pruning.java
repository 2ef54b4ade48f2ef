package dev.blackstart.access;

import java.util.BitSet;

/** Takes people away that are not needed, one after the other, until nobody can be spared. */
final class Pruning {
    private Pruning() {}

    /** @param cone of the formula that holds for these people */
    static BitSet of(Cone cone, BitSet people) {
        Sparing sparing = new Sparing(cone, people);
        BitSet left = new BitSet();
        people.stream().filter(person -> !sparing.spare(person)).forEach(left::set);
        return left;
    }
}
