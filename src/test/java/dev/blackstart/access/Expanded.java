package dev.blackstart.access;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Writes out every set that a choice stands for. */
final class Expanded {
    private Expanded() {}

    static List<Set<String>> all(List<Choice> choices) {
        List<Set<String>> all = new ArrayList<>();
        choices.forEach(choice -> all.addAll(of(choice)));
        return all;
    }

    static Set<Set<String>> of(Choice choice) {
        Set<Set<String>> sets = Set.of(Set.of());
        for (Block block : choice.blocks()) {
            Set<Set<String>> more = new HashSet<>();
            for (Set<String> set : sets) {
                for (Set<String> pick : picks(block.any(), List.copyOf(block.of()))) {
                    Set<String> joined = new LinkedHashSet<>(set);
                    joined.addAll(pick);
                    more.add(joined);
                }
            }
            sets = more;
        }
        return sets;
    }

    private static Set<Set<String>> picks(int any, List<String> of) {
        if (any == 0) {
            return Set.of(Set.of());
        }
        Set<Set<String>> picks = new HashSet<>();
        for (int i = 0; i <= of.size() - any; i++) {
            for (Set<String> rest : picks(any - 1, of.subList(i + 1, of.size()))) {
                Set<String> pick = new LinkedHashSet<>(rest);
                pick.add(of.get(i));
                picks.add(pick);
            }
        }
        return picks;
    }
}
