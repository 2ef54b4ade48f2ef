package dev.blackstart.access;

import java.math.BigInteger;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** All minimal sets of people whose loss makes formulas fail, as far as they can be listed. */
final class CutSetSearch {
    private final Formulas formulas;
    private final Cones cones;
    private final Sparing sparing;
    private final Choices choices;
    private final Antichains antichains;
    private final int listed;
    private final Effort effort;
    private final CountBound counts;

    CutSetSearch(Formulas formulas, Choices choices, Antichains antichains, Limits limits) {
        this.formulas = formulas;
        this.cones = new Cones(formulas);
        this.sparing = new Sparing(formulas);
        this.choices = choices;
        this.antichains = antichains;
        this.listed = limits.listed();
        this.effort = new Effort(limits.others() / 3);
        this.counts = new CountBound(formulas);
    }

    /** @param fewest what is known of the fewest who must be lost */
    CutSets of(Formula formula, Fewest.Found fewest) {
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
                .orElseGet(() -> searched(lost, classes, fewest));
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

    private CutSets searched(Formula lost, Classes classes, Fewest.Found fewest) {
        MinimalSets sets = new MinimalSets(cones, sparing, lost, classes, fewest, effort).search(listed);
        BigInteger bound = counts.of(lost);
        return new CutSets(
                sets.listed().stream().map(each -> choices.of(classes, each)).toList(),
                lost.isReadOnce() ? bound : sets.seen(),
                Optional.of(sets.complete() ? sets.seen() : bound),
                sets.complete());
    }
}
