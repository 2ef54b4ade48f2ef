package dev.blackstart.access;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The numbers of formulas, each once; who depends on fewest people is looked at first, while there is effort left. */
final class NumbersOf {
    private final Formulas formulas;
    private final Cones cones;
    private final Fewest busFactors;
    private final Fewest openings;
    private final Effort listing;
    private final CountBound counts;
    private final List<String> people;
    private final Antichains antichains;
    private final PeopleClasses alike;
    private final Limits limits;
    private @Nullable Formula sorted;
    private @Nullable Classes last;
    private final Map<Formula, Found> found = new HashMap<>();

    /** @param antichains what is known of minimal sets */
    NumbersOf(Formulas formulas, List<String> people, Antichains antichains, Limits limits) {
        this.formulas = formulas;
        this.cones = new Cones(formulas);
        this.counts = new CountBound(formulas);
        this.people = people;
        this.antichains = antichains;
        this.alike = antichains.people();
        this.limits = limits;
        this.busFactors = new Fewest(formulas, antichains, new Effort(limits.busFactors()));
        this.openings = new Fewest(formulas, antichains, new Effort(limits.others()));
        this.listing = new Effort(limits.others() / 3);
    }

    /**
     * The numbers of one formula.
     *
     * @param opening empty where nobody can open it
     */
    record Found(Optional<Opening> opening, BusFactor busFactor, CutSets cutSets) {}

    /** The fewest people who open something, without the path that they take. */
    record Opening(Bounds size, Choice people) {}

    /** Looks at all of them. */
    void find(Collection<Formula> all) {
        Set<Formula> distinct = new LinkedHashSet<>(all);
        trySmallSets(distinct);
        List<Formula> weakestFirst = new ArrayList<>(distinct);
        weakestFirst.sort(Comparator.comparing(this::leastLost));
        for (Formula formula : weakestFirst) {
            BusFactor factor = busFactor(formula);
            CutSets cuts = cutSets(formula);
            found.put(formula, new Found(opening(formula), factor, cuts));
        }
    }

    /** Gives a bound of the bus factor that takes no search. */
    private int leastLost(Formula formula) {
        return formula.isNever() || formula.isAlways() ? 0 : busFactors.bound(formulas.dual(formula));
    }

    private void trySmallSets(Set<Formula> all) {
        List<Formula> opening = all.stream().filter(this::isHard).toList();
        List<Formula> closing = all.stream()
                .filter(formula -> !formula.isNever() && !formula.isAlways())
                .map(formulas::dual)
                .filter(this::isHard)
                .toList();
        Set<Formula> hard = new LinkedHashSet<>(opening);
        hard.addAll(closing);
        SmallSets tried = new SmallSets(cones, alike, hard, limits.tried()).search();
        opening.forEach(formula -> openings.learn(tried, formula));
        closing.forEach(formula -> busFactors.learn(tried, formula));
    }

    /** Says whether it takes more to find the fewest people than to look at the formula. */
    private boolean isHard(Formula formula) {
        return !formula.isNever()
                && !formula.isAlways()
                && !formula.isReadOnce()
                && antichains.of(formula).isEmpty();
    }

    Found of(Formula formula) {
        return Objects.requireNonNull(found.get(formula));
    }

    BusFactor busFactor(Formula formula) {
        if (formula.isNever()) {
            return new BusFactor(Bounds.exactly(0), Choice.NOBODY);
        }
        if (formula.isAlways()) {
            return new BusFactor(Bounds.atLeast(people.size() + 1), Choice.NOBODY);
        }
        Formula lost = formulas.dual(formula);
        Fewest.Found least = busFactors.of(lost);
        return new BusFactor(bounds(least), choice(lost, least));
    }

    /** Gives the fewest who open it; empty where nobody does. */
    Optional<Opening> opening(Formula formula) {
        if (formula.isNever()) {
            return Optional.empty();
        }
        if (formula.isAlways()) {
            return Optional.of(new Opening(Bounds.exactly(0), Choice.NOBODY));
        }
        Fewest.Found least = openings.of(formula);
        return Optional.of(new Opening(bounds(least), choice(formula, least)));
    }

    private CutSets cutSets(Formula formula) {
        if (formula.isNever()) {
            return new CutSets(List.of(Choice.NOBODY), BigInteger.ONE, Optional.of(BigInteger.ONE), true);
        }
        if (formula.isAlways()) {
            return new CutSets(List.of(), BigInteger.ZERO, Optional.of(BigInteger.ZERO), true);
        }
        Formula lost = formulas.dual(formula);
        Classes classes = classes(lost);
        Optional<CutSets> few = antichains.of(lost).map(sets -> cutSets(classes, sets));
        if (few.isPresent() && few.get().listed().size() <= limits.listed()) {
            return few.get();
        }
        MinimalSets sets =
                new MinimalSets(cones.of(lost), classes, busFactors.of(lost), listing).search(limits.listed());
        BigInteger bound = counts.of(lost);
        List<Choice> listed =
                sets.listed().stream().map(one -> choice(classes, one)).toList();
        return new CutSets(
                listed,
                lost.isReadOnce() ? bound : sets.seen(),
                Optional.of(sets.complete() ? sets.seen() : bound),
                sets.complete());
    }

    /** Sorts the people of a formula, which is often the last one. */
    private Classes classes(Formula formula) {
        Classes classes = formula.equals(sorted) && last != null ? last : Classes.of(formulas, formula);
        sorted = formula;
        last = classes;
        return classes;
    }

    private CutSets cutSets(Classes classes, Antichain sets) {
        List<Choice> listed = sets.sets().stream()
                .map(set -> classes.counts(BitSet.valueOf(set)))
                .sorted(MinimalSets.SMALLEST_FIRST)
                .map(counts -> choice(classes, counts))
                .distinct()
                .toList();
        BigInteger count = listed.stream().map(Choice::count).reduce(BigInteger.ZERO, BigInteger::add);
        return new CutSets(listed, count, Optional.of(count), true);
    }

    private static Bounds bounds(Fewest.Found found) {
        return Bounds.between(found.least(), found.most());
    }

    /** Gives, of the smallest sets that are known, those that stand for most. */
    private Choice choice(Formula formula, Fewest.Found found) {
        Classes classes = classes(formula);
        Stream<BitSet> others = antichains.of(formula).stream()
                .flatMap(sets -> sets.sets().stream())
                .map(BitSet::valueOf)
                .filter(set -> set.cardinality() == found.most());
        return Stream.concat(others, Stream.of(found.set()))
                .map(set -> choice(classes, classes.counts(set)))
                .sorted(Comparator.comparing(Choice::count).reversed())
                .findFirst()
                .orElseThrow();
    }

    private Choice choice(Classes classes, int[] counts) {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                Set<String> of = new LinkedHashSet<>();
                for (int person : classes.people(i)) {
                    of.add(people.get(person));
                }
                blocks.add(new Block(counts[i], of));
            }
        }
        return new Choice(blocks);
    }
}
