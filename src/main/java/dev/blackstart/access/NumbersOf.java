package dev.blackstart.access;

import dev.blackstart.access.Losses.Lost;
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

/**
 * The numbers of formulas, each once; who depends on fewest people is looked at first, while there is effort left. What
 * losses lock is found beside who opens something: the two know nothing of each other, and each has its own effort.
 */
final class NumbersOf {
    private final Formulas formulas;
    private final Antichains antichains;
    private final Limits limits;
    private final Openings openings;
    private final Losses losses;
    private final Map<Formula, Optional<Opening>> opened = new HashMap<>();
    private CompletableFuture<Map<Formula, Lost>> lost = CompletableFuture.completedFuture(Map.of());

    /** @param antichains what is known of minimal sets */
    NumbersOf(Formulas formulas, List<String> people, Antichains antichains, Limits limits) {
        this.formulas = formulas;
        this.antichains = antichains;
        this.limits = limits;
        this.openings = new Openings(formulas, new Choices(formulas, people, antichains), antichains, limits);
        this.losses =
                new Losses(formulas, new Choices(formulas, people, antichains), antichains, people.size(), limits);
    }

    /**
     * Looks at all of them. When this ends, what losses lock may still be looked for: until it was asked for, no formula
     * may be made.
     */
    void find(Collection<Formula> all) {
        Set<Formula> distinct = new LinkedHashSet<>(all);
        trySmallSets(distinct);
        List<Formula> weakestFirst = new ArrayList<>(distinct);
        weakestFirst.sort(Comparator.comparing(losses::least));
        // Whatever both look up is known from here on, so that neither changes it.
        weakestFirst.stream().filter(NumbersOf::dependsOnPeople).forEach(formula -> {
            antichains.of(formulas.dual(formula));
            antichains.of(formula);
        });
        lost = CompletableFuture.supplyAsync(() -> lost(weakestFirst));
        weakestFirst.forEach(formula -> opened.put(formula, openings.of(formula)));
    }

    private Map<Formula, Lost> lost(List<Formula> weakestFirst) {
        Map<Formula, Lost> found = new HashMap<>();
        weakestFirst.forEach(formula -> found.put(formula, losses.of(formula)));
        return found;
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

    /** Gives what the loss of people locks, of a formula that was looked at. */
    Lost lost(Formula formula) {
        return Objects.requireNonNull(lost.join().get(formula));
    }

    /** Gives the bus factor of any formula. */
    BusFactor busFactor(Formula formula) {
        lost.join();
        return losses.busFactor(formula);
    }

    /** Gives the fewest who open any formula; empty where nobody does. */
    Optional<Opening> opening(Formula formula) {
        return openings.of(formula);
    }
}
