package dev.blackstart.access;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Bounds what a formula costs, from both sides, where each person has a price: whoever occurs in several parts of a gate
 * is sold to each part for a share of the price (Lagrangian decomposition). Integers only, so no bound is off by rounding.
 */
final class Relaxation {
    /** The whole price of a person; so divisible that the shares of up to sixteen parts are even. */
    static final long WHOLE = 720_720;

    private static final Comparator<Price> CHEAPEST_FIRST = Comparator.comparingLong(Price::least);

    private final Fewest fewest;
    private int unfoldings;

    /** @param unfoldings how many gates may be looked at before a coarser bound must do */
    Relaxation(Fewest fewest, int unfoldings) {
        this.fewest = fewest;
        this.unfoldings = unfoldings;
    }

    /**
     * What is known of a formula's price.
     *
     * @param least no set that makes the formula hold costs less
     * @param set one that makes it hold
     */
    record Price(long least, BitSet set) {
        /** Gives how many people that is, where each costs the whole price: part of a person is a person. */
        int people() {
            return Math.toIntExact((least + WHOLE - 1) / WHOLE);
        }
    }

    /** Prices a formula; its parts' prices are shared out evenly. */
    Price of(Formula formula, long[] prices) {
        if (formula.isPerson()) {
            return new Price(prices[formula.person()], formula.people());
        }
        if (unfoldings-- <= 0) {
            return new Price(coarse(formula, prices), fewest.known(formula));
        }
        Price cheapest = cheapest(parts(formula, prices), formula.needed());
        return new Price(Math.max(cheapest.least(), coarse(formula, prices)), cheapest.set());
    }

    private Price[] parts(Formula formula, long[] prices) {
        List<Formula> parts = formula.parts();
        long[] each = formula.isAny() || formula.isDisjoint() ? prices : shared(parts, prices);
        Price[] priced = new Price[parts.size()];
        for (int i = 0; i < priced.length; i++) {
            priced[i] = of(parts.get(i), each);
        }
        return priced;
    }

    /** Shares the price of each person out evenly among the parts that the person occurs in. */
    static long[] shared(List<Formula> parts, long[] prices) {
        int[] occurs = new int[prices.length];
        for (Formula part : parts) {
            BitSet people = part.people();
            for (int person = people.nextSetBit(0); person >= 0; person = people.nextSetBit(person + 1)) {
                occurs[person]++;
            }
        }
        long[] shares = new long[prices.length];
        for (int person = 0; person < shares.length; person++) {
            shares[person] = occurs[person] == 0 ? 0 : prices[person] / occurs[person];
        }
        return shares;
    }

    private static Price cheapest(Price[] parts, int needed) {
        Arrays.sort(parts, CHEAPEST_FIRST);
        long least = 0;
        BitSet set = new BitSet();
        for (int i = 0; i < needed; i++) {
            least += parts[i].least();
            set.or(parts[i].set());
        }
        return new Price(least, set);
    }

    /** At least so many people are needed, whoever they are: the cheapest ones. */
    private long coarse(Formula formula, long[] prices) {
        int least = fewest.least(formula);
        if (least == 0) {
            return 0;
        }
        BitSet people = formula.people();
        long[] cheapest = new long[people.cardinality()];
        int count = 0;
        for (int person = people.nextSetBit(0); person >= 0; person = people.nextSetBit(person + 1)) {
            cheapest[count++] = prices[person];
        }
        if (least < count) {
            Arrays.sort(cheapest);
        }
        long sum = 0;
        for (int i = 0; i < Math.min(count, least); i++) {
            sum += cheapest[i];
        }
        return sum;
    }
}
