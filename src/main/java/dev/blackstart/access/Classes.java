package dev.blackstart.access;

import java.util.BitSet;

/**
 * The people of a formula in classes of interchangeable ones: those who stand side by side wherever one of them stands.
 * Who of a class is meant never matters, only how many.
 */
final class Classes {
    private final int[][] classes;

    private Classes(int[][] classes) {
        this.classes = classes;
    }

    /** Sorts the people of a formula; often all are soon told apart, and nothing deeper needs to be looked at. */
    static Classes of(Formulas formulas, Formula top) {
        Parting parting = new Parting(top.people());
        formulas.descend(top, parting::by);
        return new Classes(parting.groups());
    }

    int count() {
        return classes.length;
    }

    /** Gives the people of a class, in order. */
    int[] people(int index) {
        return classes[index];
    }

    /** Counts how many of each class are among some people. */
    int[] counts(BitSet people) {
        int[] counts = new int[classes.length];
        for (int i = 0; i < counts.length; i++) {
            for (int person : classes[i]) {
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
                people.set(classes[i][j]);
            }
        }
        return people;
    }
}
