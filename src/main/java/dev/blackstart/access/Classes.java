package dev.blackstart.access;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The people of a formula in classes of interchangeable ones: those who stand side by side wherever one of them stands.
 * Who of a class is meant never matters, only how many.
 */
final class Classes {
    private final List<int[]> classes = new ArrayList<>();

    private Classes() {}

    /** Sorts the people of a formula. */
    static Classes of(List<Formula> cone) {
        Map<Integer, List<Integer>> gatesOf = new TreeMap<>();
        for (Formula formula : cone) {
            if (formula.isPerson()) {
                gatesOf.computeIfAbsent(formula.person(), none -> new ArrayList<>());
            } else {
                for (Formula part : formula.parts()) {
                    if (part.isPerson()) {
                        gatesOf.computeIfAbsent(part.person(), none -> new ArrayList<>())
                                .add(formula.id());
                    }
                }
            }
        }
        Map<List<Integer>, List<Integer>> together = new LinkedHashMap<>();
        gatesOf.forEach((person, gates) ->
                together.computeIfAbsent(gates, none -> new ArrayList<>()).add(person));
        Classes classes = new Classes();
        together.values()
                .forEach(one -> classes.classes.add(
                        one.stream().mapToInt(Integer::intValue).toArray()));
        return classes;
    }

    int count() {
        return classes.size();
    }

    /** Gives the people of a class, in order. */
    int[] people(int index) {
        return classes.get(index);
    }

    /** Counts how many of each class are among some people. */
    int[] counts(BitSet people) {
        int[] counts = new int[classes.size()];
        for (int i = 0; i < counts.length; i++) {
            for (int person : classes.get(i)) {
                counts[i] += people.get(person) ? 1 : 0;
            }
        }
        return counts;
    }

    /** Picks the first so many of each class. */
    BitSet first(int[] counts) {
        BitSet people = new BitSet();
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < counts[i]; j++) {
                people.set(classes.get(i)[j]);
            }
        }
        return people;
    }
}
