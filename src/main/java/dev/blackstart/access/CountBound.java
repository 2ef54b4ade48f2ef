package dev.blackstart.access;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Bounds how many minimal sets make a formula hold, from above; exactly where everybody occurs once in it. A minimal set
 * of a gate joins minimal sets of {@code needed} parts, and no family of sets none of which holds another is larger than
 * that of all sets of half the size (Sperner).
 */
final class CountBound {
    private final Formulas formulas;
    private final Map<Formula, BigInteger> known = new HashMap<>();

    CountBound(Formulas formulas) {
        this.formulas = formulas;
    }

    BigInteger of(Formula formula) {
        for (Formula one : formulas.cone(formula, known::containsKey)) {
            known.put(one, one.isPerson() ? BigInteger.ONE : gate(one));
        }
        return known.getOrDefault(formula, BigInteger.ZERO);
    }

    private BigInteger gate(Formula gate) {
        int all = gate.people().cardinality();
        return waysToPick(gate.needed(), gate.parts()).min(Binomial.of(all, all / 2));
    }

    /** The elementary symmetric polynomial of the parts' counts. */
    private BigInteger waysToPick(int needed, List<Formula> parts) {
        BigInteger[] ways = new BigInteger[needed + 1];
        Arrays.fill(ways, BigInteger.ZERO);
        ways[0] = BigInteger.ONE;
        for (Formula part : parts) {
            BigInteger count = known.getOrDefault(part, BigInteger.ZERO);
            for (int picked = needed; picked > 0; picked--) {
                ways[picked] = ways[picked].add(ways[picked - 1].multiply(count));
            }
        }
        return ways[needed];
    }
}
