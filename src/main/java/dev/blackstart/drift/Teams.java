package dev.blackstart.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The smallest teams that open a file: one person from each of as many groups as it asks for. */
final class Teams {
    /** More say nothing that the first ones do not. */
    private static final int MOST = 1000;

    private Teams() {}

    static List<Set<String>> of(List<Set<String>> groups, int threshold) {
        List<Set<String>> teams = new ArrayList<>();
        choose(groups, 0, threshold, new TreeSet<>(), teams);
        return teams.stream()
                .filter(team ->
                        teams.stream().noneMatch(other -> other.size() < team.size() && team.containsAll(other)))
                .toList();
    }

    private static void choose(
            List<Set<String>> groups, int from, int needed, Set<String> team, List<Set<String>> teams) {
        if (needed <= 0 && !team.isEmpty()) {
            if (teams.size() < MOST && !teams.contains(team)) {
                teams.add(new TreeSet<>(team));
            }
            return;
        }
        for (int i = from; i < groups.size() && teams.size() < MOST; i++) {
            for (String person : groups.get(i)) {
                boolean added = team.add(person);
                choose(groups, i + 1, needed - 1, team, teams);
                if (added) {
                    team.remove(person);
                }
            }
        }
    }
}
