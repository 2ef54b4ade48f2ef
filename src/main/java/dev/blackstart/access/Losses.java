package dev.blackstart.access;

import java.util.BitSet;

/** How few people must be lost until formulas fail, and who. */
final class Losses {
    private static final Fewest.Found NOBODY = new Fewest.Found(0, new BitSet(), true);

    private final Formulas formulas;
    private final Choices choices;
    private final int people;
    private final Fewest fewest;

    /** @param people how many there are */
    Losses(Formulas formulas, Choices choices, Antichains antichains, int people, Limits limits) {
        this.formulas = formulas;
        this.choices = choices;
        this.people = people;
        this.fewest = new Fewest(formulas, antichains, new Effort(limits.busFactors()));
    }

    /**
     * The fewest whose loss locks something.
     *
     * @param found the same, as a search for all who lock it begins with
     */
    record Least(BusFactor busFactor, Fewest.Found found) {}

    /** Takes note of what was found by trying. */
    void learn(SmallSets tried, Formula lost) {
        fewest.learn(tried, lost);
    }

    /** Gives a bound of the bus factor that takes no search. */
    int least(Formula formula) {
        return formula.isNever() || formula.isAlways() ? 0 : fewest.bound(formulas.dual(formula));
    }

    Least of(Formula formula) {
        if (formula.isNever()) {
            return new Least(new BusFactor(Bounds.exactly(0), Choice.NOBODY), NOBODY);
        }
        if (formula.isAlways()) {
            return new Least(new BusFactor(Bounds.atLeast(people + 1), Choice.NOBODY), NOBODY);
        }
        Formula lost = formulas.dual(formula);
        Fewest.Found found = fewest.of(lost);
        return new Least(new BusFactor(found.bounds(), choices.of(lost, found)), found);
    }
}
