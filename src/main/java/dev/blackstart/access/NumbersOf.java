package dev.blackstart.access;

import dev.blackstart.access.Losses.Least;
import dev.blackstart.access.Openings.Opening;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;

/**
 * The numbers of formulas, each once; who depends on fewest people is looked at first, while there is effort left. Who
 * opens something, the fewest whose loss locks it, and all who do are looked for beside each other: each knows of the
 * others no more than it is given, and has its own effort.
 */
final class NumbersOf {
    private static final Executor BESIDE = new ForkJoinPool(2);

    private final Formulas formulas;
    private final Antichains antichains;
    private final Limits limits;
    private final Openings openings;
    private final Losses losses;
    private final CutSetSearch cutSets;
    private final Map<Formula, Optional<Opening>> opened = new HashMap<>();
    private final Map<Formula, Lost> lost = new HashMap<>();

    /** @param antichains what is known of minimal sets */
    NumbersOf(Formulas formulas, List<String> people, Antichains antichains, Limits limits) {
        this.formulas = formulas;
        this.antichains = antichains;
        this.limits = limits;
        this.openings = new Openings(formulas, new Choices(formulas, people, antichains), antichains, limits);
        this.losses =
                new Losses(formulas, new Choices(formulas, people, antichains), antichains, people.size(), limits);
        this.cutSets = new CutSetSearch(formulas, new Choices(formulas, people, antichains), antichains, limits);
    }

    /** What the loss of people locks: the fewest, and all of them. */
    private record Lost(CompletableFuture<Least> least, CompletableFuture<CutSets> all) {}

    /**
     * Looks at all of them. When this ends, what losses lock may still be looked for: until it was asked for, no formula
     * may be made.
     */
    void find(Collection<Formula> all) {
        Set<Formula> distinct = new LinkedHashSet<>(all);
        trySmallSets(distinct);
        List<Formula> weakestFirst = new ArrayList<>(distinct);
        weakestFirst.sort(Comparator.comparing(losses::least));
        // Whatever they look up is known from here on, so that none changes it.
        weakestFirst.stream().filter(NumbersOf::dependsOnPeople).forEach(formula -> {
            antichains.of(formulas.dual(formula));
            antichains.of(formula);
        });
        findLost(weakestFirst);
        weakestFirst.forEach(formula -> opened.put(formula, openings.of(formula)));
    }

    /** Two chains, each formula after the one before it. */
    private void findLost(List<Formula> weakestFirst) {
        CompletableFuture<?> least = CompletableFuture.completedFuture(null);
        CompletableFuture<?> all = least;
        for (Formula formula : weakestFirst) {
            CompletableFuture<Least> fewest = least.thenApplyAsync(before -> losses.of(formula), BESIDE);
            CompletableFuture<CutSets> sets =
                    fewest.thenCombineAsync(all, (found, before) -> cutSets.of(formula, found.found()), BESIDE);
            lost.put(formula, new Lost(fewest, sets));
            least = fewest;
            all = sets;
        }
    }

    private void trySmallSets(Set<Formula> all) {
        List<Formula> opening = all.stream().filter(this::isHard).toList();
        List<Formula> closing = all.stream()
                .filter(NumbersOf::dependsOnPeople)
                .map(formulas::dual)
                .filter(this::isHard)
                .toList();
        Set<Formula> hard = new LinkedHashSet<>(opening);
        hard.addAll(closing);
        SmallSets tried = new SmallSets(new Cones(formulas), antichains.people(), hard, limits.tried()).search();
        opening.forEach(formula -> openings.learn(tried, formula));
        closing.forEach(formula -> losses.learn(tried, formula));
    }

    /** Says whether it takes more to find the fewest people than to look at the formula. */
    private boolean isHard(Formula formula) {
        return dependsOnPeople(formula)
                && !formula.isReadOnce()
                && antichains.of(formula).isEmpty();
    }

    /** Says whether it depends on people at all. */
    private static boolean dependsOnPeople(Formula formula) {
        return !formula.isNever() && !formula.isAlways();
    }

    /** Gives the fewest who open a formula that was looked at; empty where nobody does. */
    Optional<Opening> opened(Formula formula) {
        return Objects.requireNonNull(opened.get(formula));
    }

    /** Gives the bus factor of a formula that was looked at. */
    BusFactor lost(Formula formula) {
        return lookedAt(formula).least().join().busFactor();
    }

    /** Gives all minimal sets of people whose loss locks a formula that was looked at. */
    CutSets cutSets(Formula formula) {
        return lookedAt(formula).all().join();
    }

    private Lost lookedAt(Formula formula) {
        return Objects.requireNonNull(lost.get(formula));
    }

    /** Gives the bus factor of any formula. */
    BusFactor busFactor(Formula formula) {
        lost.values().forEach(one -> one.all().join());
        return losses.of(formula).busFactor();
    }

    /** Gives the fewest who open any formula; empty where nobody does. */
    Optional<Opening> opening(Formula formula) {
        return openings.of(formula);
    }
}
