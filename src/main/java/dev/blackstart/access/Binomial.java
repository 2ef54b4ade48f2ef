package dev.blackstart.access;

import java.math.BigInteger;

/** Counts subsets of a given size. */
final class Binomial {
    private Binomial() {}

    static BigInteger of(int all, int picked) {
        BigInteger count = BigInteger.ONE;
        for (int i = 1; i <= picked; i++) {
            count = count.multiply(BigInteger.valueOf(all - picked + i)).divide(BigInteger.valueOf(i));
        }
        return count;
    }
}
