package dev.blackstart.access;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Minimal sets as how many they take of each class of people; classes that can stand for each other here are one. */
final class Alternatives {
    private final PeopleClasses people;
    private final Set<IntKey> takes = new LinkedHashSet<>();
    private final List<List<Integer>> alike = new ArrayList<>();

    Alternatives(Antichain sets, PeopleClasses people) {
        this.people = people;
        int[] sums = new int[people.count()];
        for (long[] set : sets.sets()) {
            int[] counts = people.counts(set);
            takes.add(new IntKey(counts));
            for (int i = 0; i < sums.length; i++) {
                sums[i] += counts[i];
            }
        }
        for (int i = 0; i < sums.length; i++) {
            if (sums[i] > 0) {
                sort(i, sums);
            }
        }
    }

    private void sort(int one, int[] sums) {
        for (List<Integer> classes : alike) {
            int first = classes.get(0);
            boolean alone = people.people(one).length == 1 && people.people(first).length == 1;
            if (!(alone && sums[one] != sums[first]) && areAlike(one, first)) {
                classes.add(one);
                return;
            }
        }
        alike.add(new ArrayList<>(List.of(one)));
    }

    /** Says whether people of one class may be taken for those of the other in each of the sets. */
    private boolean areAlike(int one, int other) {
        for (IntKey take : takes) {
            int taken = take.numbers()[one];
            int sum = taken + take.numbers()[other];
            int[] swapped = take.numbers().clone();
            for (int i = Math.max(0, sum - size(other)); i <= Math.min(sum, size(one)); i++) {
                swapped[one] = i;
                swapped[other] = sum - i;
                if (i != taken && !takes.contains(new IntKey(swapped))) {
                    return false;
                }
            }
        }
        return true;
    }

    private int size(int index) {
        return people.people(index).length;
    }

    /** Writes them as a formula: any of them, and in each as many as it takes of those who are alike. */
    Formula written(Formulas formulas) {
        List<Formula> any = new ArrayList<>();
        Set<List<Integer>> seen = new HashSet<>();
        for (IntKey take : takes) {
            List<Integer> counts = new ArrayList<>(alike.size());
            for (List<Integer> classes : alike) {
                int count = 0;
                for (int index : classes) {
                    count += take.numbers()[index];
                }
                counts.add(count);
            }
            if (seen.add(counts)) {
                any.add(formulas.all(quorums(counts, formulas)));
            }
        }
        return formulas.any(any);
    }

    private List<Formula> quorums(List<Integer> counts, Formulas formulas) {
        List<Formula> quorums = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            List<Formula> members = new ArrayList<>();
            for (int index : alike.get(i)) {
                for (int person : people.people(index)) {
                    members.add(formulas.person(person));
                }
            }
            quorums.add(formulas.atLeast(counts.get(i), members));
        }
        return quorums;
    }
}
