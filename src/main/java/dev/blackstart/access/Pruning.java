package dev.blackstart.access;

import java.util.BitSet;
import java.util.List;

/** Takes people away that are not needed, one after the other, until nobody can be spared. */
final class Pruning {
    private Pruning() {}

    static BitSet of(Formula formula, List<Formula> cone, BitSet people) {
        BitSet left = new BitSet();
        left.or(people);
        for (int person = people.nextSetBit(0); person >= 0; person = people.nextSetBit(person + 1)) {
            left.clear(person);
            if (!Formulas.holding(cone, left).get(formula.id())) {
                left.set(person);
            }
        }
        return left;
    }
}
