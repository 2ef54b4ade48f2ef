package dev.blackstart.access;

import java.util.List;

/** The price of each person, shared out evenly among the parts of a gate that the person occurs in. */
final class Shares {
    private final List<Formula> parts;
    private final long[][] shares;

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
}
