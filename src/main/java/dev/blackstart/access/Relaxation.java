package dev.blackstart.access;

import java.util.ArrayList;
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
        List<Price> parts = new ArrayList<>();
        if (formula.isAny() || formula.isDisjoint()) {
            formula.parts().forEach(part -> parts.add(of(part, prices)));
        } else {
            Shares shares = new Shares(formula, prices);
            for (int i = 0; i < formula.parts().size(); i++) {
                parts.add(of(formula.parts().get(i), shares.of(i)));
            }
        }
        Price cheapest = cheapest(parts, formula.needed());
        return new Price(Math.max(cheapest.least(), coarse(formula, prices)), cheapest.set());
    }

    private static Price cheapest(List<Price> parts, int needed) {
        long least = 0;
        BitSet set = new BitSet();
        List<Price> sorted = new ArrayList<>(parts);
        sorted.sort(Comparator.comparingLong(Price::least));
        for (Price part : sorted.subList(0, needed)) {
            least += part.least();
            set.or(part.set());
        }
        return new Price(least, set);
    }

    /** At least so many people are needed, whoever they are: the cheapest ones. */
    private long coarse(Formula formula, long[] prices) {
        return formula.people().stream()
                .mapToLong(person -> prices[person])
                .sorted()
                .limit(fewest.least(formula))
                .sum();
    }
}
