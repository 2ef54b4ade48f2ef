package dev.blackstart.access;

import java.util.BitSet;
import java.util.List;

/** How the price of each person is shared out among the parts of a gate that the person occurs in. */
final class Shares {
    private final List<Formula> parts;
    private final long[][] shares;

    /** Shares evenly. */
    Shares(Formula gate, long[] prices) {
        this.parts = gate.parts();
        this.shares = new long[parts.size()][prices.length];
        int[] occurs = new int[prices.length];
        parts.forEach(part -> part.people().stream().forEach(person -> occurs[person]++));
        for (int i = 0; i < shares.length; i++) {
            long[] share = shares[i];
            parts.get(i).people().stream().forEach(person -> share[person] = prices[person] / occurs[person]);
        }
    }

    long[] of(int part) {
        return shares[part];
    }

    /** Makes people dearer for the parts that want them, and cheaper for the others; the sum stays, or falls. */
    void shift(List<BitSet> wanted, BitSet all, long step) {
        for (int person = all.nextSetBit(0); person >= 0; person = all.nextSetBit(person + 1)) {
            int in = 0;
            int wants = 0;
            for (int i = 0; i < shares.length; i++) {
                if (parts.get(i).people().get(person)) {
                    in++;
                    wants += wanted.get(i).get(person) ? 1 : 0;
                }
            }
            if (in > 1 && wants > 0 && wants < in) {
                shift(person, wanted, step, in - wants, wants);
            }
        }
    }

    /** What those who do not want the person give up is shared out among those who do. */
    private void shift(int person, List<BitSet> wanted, long step, int givers, int takers) {
        long given = 0;
        for (int i = 0; i < shares.length; i++) {
            if (parts.get(i).people().get(person) && !wanted.get(i).get(person)) {
                long gift = Math.min(shares[i][person], step / givers);
                shares[i][person] -= gift;
                given += gift;
            }
        }
        for (int i = 0; i < shares.length; i++) {
            if (wanted.get(i).get(person)) {
                shares[i][person] += given / takers;
            }
        }
    }
}
