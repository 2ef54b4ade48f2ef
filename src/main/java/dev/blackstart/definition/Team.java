package dev.blackstart.definition;

import dev.blackstart.definition.DrillDefinition.Survivors;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Who is left, and who is not: one run of a drill is for one team.
 *
 * @param forecast what the analysis says of them; empty: it was not asked
 */
public record Team(Set<String> survivors, Set<String> lost, Optional<Forecast> forecast) {
    public Team {
        survivors = Set.copyOf(survivors);
        lost = Set.copyOf(lost);
    }

    /** A team of which the analysis says nothing. */
    public Team(Set<String> survivors, Set<String> lost) {
        this(survivors, lost, Optional.empty());
    }

    /** Every team that a drill is run with, in the order of names; all who are there, where the analysis is to choose. */
    public static List<Team> of(DrillDefinition drill) {
        Collection<Person> people = drill.environment().inventory().people().values();
        Set<String> taken = drill.effects().people();
        Set<String> all = names(people);
        Survivors survivors = drill.recovery().survivors();
        List<String> candidates = survivors.candidates(minus(all, taken), people).stream()
                .sorted()
                .toList();
        Set<String> there = survivors.of(minus(all, taken));
        return Combinations.of(candidates, survivors.lost()).stream()
                .map(lost -> new Team(minus(there, Set.copyOf(lost)), union(minus(all, there), lost)))
                .toList();
    }

    /** The same system with everybody back. */
    public Team everybodyBack() {
        return new Team(union(survivors, lost), Set.of());
    }

    private static Set<String> names(Collection<Person> people) {
        return people.stream().map(Person::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> minus(Set<String> all, Set<String> some) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private static Set<String> union(Set<String> one, Collection<String> other) {
        Set<String> both = new TreeSet<>(one);
        both.addAll(other);
        return both;
    }
}
