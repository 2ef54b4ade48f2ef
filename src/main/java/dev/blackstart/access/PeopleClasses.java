package dev.blackstart.access;

import dev.blackstart.definition.AccessFormula;
import dev.blackstart.definition.AccessFormula.ByPerson;
import dev.blackstart.definition.AccessFormula.Quorum;
import dev.blackstart.definition.DocumentedSecret;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everybody in classes of people who stand side by side wherever one of them stands in the documents. Only how many of a
 * class are there matters, so its people are taken in order.
 */
final class PeopleClasses {
    private final int[] classOf;
    private final List<int[]> classes = new ArrayList<>();
    private final int words;

    /** @param numbers of the people, by name */
    PeopleClasses(Map<String, Integer> numbers, Collection<DocumentedSecret> secrets) {
        this.classOf = new int[numbers.size()];
        this.words = (numbers.size() + Long.SIZE - 1) / Long.SIZE;
        Map<Integer, List<Integer>> placesOf = new HashMap<>();
        Map<List<Integer>, Integer> places = new HashMap<>();
        for (DocumentedSecret secret : secrets) {
            for (AccessFormula way : secret.ways()) {
                for (List<Integer> together : together(way, numbers)) {
                    int place = places.size();
                    if (places.putIfAbsent(together, place) == null) {
                        together.forEach(person -> placesOf.computeIfAbsent(person, none -> new ArrayList<>())
                                .add(place));
                    }
                }
            }
        }
        Map<List<Integer>, List<Integer>> alike = new LinkedHashMap<>();
        numbers.values()
                .forEach(person -> alike.computeIfAbsent(
                                placesOf.getOrDefault(person, List.of()), none -> new ArrayList<>())
                        .add(person));
        alike.values().forEach(this::add);
    }

    private void add(List<Integer> people) {
        people.forEach(person -> classOf[person] = classes.size());
        classes.add(people.stream().mapToInt(Integer::intValue).toArray());
    }

    /** Lists the people of each quorum who stand in it themselves, and whoever opens something alone. */
    private static List<List<Integer>> together(AccessFormula way, Map<String, Integer> numbers) {
        List<List<Integer>> together = new ArrayList<>();
        Deque<List<AccessFormula>> open = new ArrayDeque<>(List.of(List.of(way)));
        while (!open.isEmpty()) {
            List<AccessFormula> parts = open.removeLast();
            List<Integer> people = new ArrayList<>();
            for (AccessFormula part : parts) {
                if (part instanceof ByPerson by && numbers.containsKey(by.person())) {
                    people.add(numbers.get(by.person()));
                } else if (part instanceof Quorum quorum) {
                    open.addLast(quorum.of());
                }
            }
            together.add(people.stream().sorted().toList());
        }
        return together;
    }

    int count() {
        return classes.size();
    }

    /** Gives the people of a class, in order. */
    int[] people(int index) {
        return classes.get(index);
    }

    /** Counts how many of each class are in a set. */
    int[] counts(long[] set) {
        int[] counts = new int[classes.size()];
        for (int person = 0; person < classOf.length; person++) {
            counts[classOf[person]] += (int) (set[person / Long.SIZE] >>> person % Long.SIZE) & 1;
        }
        return counts;
    }

    /** Gives a set of nobody. */
    long[] nobody() {
        return new long[words];
    }

    /** Gives the person and those of the same class who come before. */
    long[] upTo(int person) {
        long[] set = nobody();
        for (int one : classes.get(classOf[person])) {
            set[one / Long.SIZE] |= 1L << one % Long.SIZE;
            if (one == person) {
                break;
            }
        }
        return set;
    }

    /** Says whether a quorum of people alone has more minimal sets than so many. */
    boolean isOfMany(Formula gate, int most) {
        int[] there = new int[classes.size()];
        for (Formula part : gate.parts()) {
            if (!part.isPerson()) {
                return false;
            }
            there[classOf[part.person()]]++;
        }
        long[] ways = new long[gate.needed() + 1];
        ways[0] = 1;
        for (int each : there) {
            for (int picked = gate.needed(); each > 0 && picked > 0; picked--) {
                for (int i = 1; i <= Math.min(each, picked); i++) {
                    ways[picked] = Math.min(ways[picked] + ways[picked - i], most + 1L);
                }
            }
        }
        return ways[gate.needed()] > most;
    }
}
