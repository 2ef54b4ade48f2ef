package dev.blackstart.definition;

import dev.blackstart.definition.DrillDefinition.Survivors;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Who is left, and who is not: one run of a drill is for one team. */
public record Team(Set<String> survivors, Set<String> lost) {
    public Team {
        survivors = Set.copyOf(survivors);
        lost = Set.copyOf(lost);
    }

    /** Every team that a drill is run with, in the order of names. */
    public static List<Team> of(DrillDefinition drill) {
        Collection<Person> people = drill.environment().inventory().people().values();
        Set<String> taken = drill.effects().people();
        Set<String> all = names(people);
        Survivors survivors = drill.recovery().survivors();
        List<String> candidates = survivors.candidates(minus(all, taken), people).stream()
                .sorted()
                .toList();
        Set<String> there = survivors.of(minus(all, taken));
        return combinations(candidates, survivors.lost()).stream()
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

    private static List<List<String>> combinations(List<String> from, int count) {
        if (count == 0) {
            return List.of(List.of());
        }
        List<List<String>> found = new ArrayList<>();
        for (int first = 0; first + count <= from.size(); first++) {
            for (List<String> rest : combinations(from.subList(first + 1, from.size()), count - 1)) {
                List<String> one = new ArrayList<>(List.of(from.get(first)));
                one.addAll(rest);
                found.add(one);
            }
        }
        return found;
    }
}
