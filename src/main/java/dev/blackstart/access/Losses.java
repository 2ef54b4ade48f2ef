package dev.blackstart.access;

import java.math.BigInteger;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** How few people must be lost until formulas fail, and who: the fewest, and all minimal sets. */
final class Losses {
    private final Formulas formulas;
    private final Choices choices;
    private final Antichains antichains;
    private final int people;
    private final int listed;
    private final Fewest fewest;
    private final Effort listing;
    private final CountBound counts;

    /** @param people how many there are */
    Losses(Formulas formulas, Choices choices, Antichains antichains, int people, Limits limits) {
        this.formulas = formulas;
        this.choices = choices;
        this.antichains = antichains;
        this.people = people;
        this.listed = limits.listed();
        this.fewest = new Fewest(formulas, antichains, new Effort(limits.busFactors()));
        this.listing = new Effort(limits.others() / 3);
        this.counts = new CountBound(formulas);
    }

    /** What the loss of people locks: the fewest, and all of them. */
    record Lost(BusFactor busFactor, CutSets cutSets) {}

    /** Takes note of what was found by trying. */
    void learn(SmallSets tried, Formula lost) {
        fewest.learn(tried, lost);
    }

    /** Gives a bound of the bus factor that takes no search. */
    int least(Formula formula) {
        return formula.isNever() || formula.isAlways() ? 0 : fewest.bound(formulas.dual(formula));
    }

    Lost of(Formula formula) {
        return new Lost(busFactor(formula), cutSets(formula));
    }

    BusFactor busFactor(Formula formula) {
        if (formula.isNever()) {
            return new BusFactor(Bounds.exactly(0), Choice.NOBODY);
        }
        if (formula.isAlways()) {
            return new BusFactor(Bounds.atLeast(people + 1), Choice.NOBODY);
        }
        Formula lost = formulas.dual(formula);
        Fewest.Found found = fewest.of(lost);
        return new BusFactor(found.bounds(), choices.of(lost, found));
    }

    private CutSets cutSets(Formula formula) {
        if (formula.isNever()) {
            return new CutSets(List.of(Choice.NOBODY), BigInteger.ONE, Optional.of(BigInteger.ONE), true);
        }
        if (formula.isAlways()) {
            return new CutSets(List.of(), BigInteger.ZERO, Optional.of(BigInteger.ZERO), true);
        }
        Formula lost = formulas.dual(formula);
        Classes classes = choices.classes(lost);
        return antichains
                .of(lost)
                .map(sets -> told(classes, sets))
                .filter(few -> few.listed().size() <= listed)
                .orElseGet(() -> searched(lost, classes));
    }

    private CutSets told(Classes classes, Antichain sets) {
        List<Choice> told = sets.sets().stream()
                .map(set -> classes.counts(BitSet.valueOf(set)))
                .sorted(MinimalSets.SMALLEST_FIRST)
                .map(each -> choices.of(classes, each))
                .distinct()
                .toList();
        BigInteger count = told.stream().map(Choice::count).reduce(BigInteger.ZERO, BigInteger::add);
        return new CutSets(told, count, Optional.of(count), true);
    }

    private CutSets searched(Formula lost, Classes classes) {
        MinimalSets sets = new MinimalSets(fewest.cones(), lost, classes, fewest.of(lost), listing).search(listed);
        BigInteger bound = counts.of(lost);
        return new CutSets(
                sets.listed().stream().map(each -> choices.of(classes, each)).toList(),
                lost.isReadOnce() ? bound : sets.seen(),
                Optional.of(sets.complete() ? sets.seen() : bound),
                sets.complete());
    }
}
