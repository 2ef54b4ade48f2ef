package dev.blackstart.access;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Formulas and all that they are made of, parts first, each known by its place among them: made once, and then gone
 * through many times without a look-up.
 */
final class Cone {
    private static final Comparator<Formula> BY_ID = Comparator.comparingInt(Formula::id);

    private final List<Formula> formulas;
    private final int[] people;
    private final int[] placeOfPerson;
    private final Links parts;

    /**
     * @param formulas parts first
     * @param placeOf the place of each among them, by its id
     */
    Cone(List<Formula> formulas, int[] placeOf) {
        this.formulas = formulas;
        this.people = new int[formulas.size()];
        int last = -1;
        int count = 0;
        for (int i = 0; i < people.length; i++) {
            Formula formula = formulas.get(i);
            people[i] = formula.person();
            last = Math.max(last, people[i]);
            count += formula.partIds().length;
        }
        this.parts = new Links(people.length, count);
        this.placeOfPerson = new int[last + 1];
        Arrays.fill(placeOfPerson, -1);
        for (int i = 0; i < people.length; i++) {
            if (people[i] >= 0) {
                placeOfPerson[people[i]] = i;
            }
            for (int id : formulas.get(i).partIds()) {
                parts.add(placeOf[id]);
            }
            parts.end();
        }
    }

    /** What each place leads to: those of one after those of the other. */
    static final class Links {
        private final int[] ends;
        private final int[] places;
        private int count;
        private int ended;

        private Links(int from, int count) {
            this.ends = new int[from];
            this.places = new int[count];
        }

        private void add(int place) {
            places[count++] = place;
        }

        private void end() {
            ends[ended++] = count;
        }

        /** Gives where those of each place end; not to be changed. */
        int[] ends() {
            return ends;
        }

        /** Gives all of them, place after place; not to be changed. */
        int[] places() {
            return places;
        }

        /** Gives where those of a place begin. */
        int from(int place) {
            return place == 0 ? 0 : ends[place - 1];
        }

        /** Gives where they end. */
        int to(int place) {
            return ends[place];
        }

        /** Gives one of them. */
        int at(int index) {
            return places[index];
        }

        /** Counts those of a place. */
        int count(int place) {
            return to(place) - from(place);
        }
    }

    int size() {
        return people.length;
    }

    Formula formula(int place) {
        return formulas.get(place);
    }

    /** Gives what comes last: the formula that was asked for, where it was one. */
    Formula top() {
        return formulas.get(formulas.size() - 1);
    }

    /** Gives who stands at a place; below zero, it is a gate. */
    int person(int place) {
        return people[place];
    }

    /** Says whether somebody occurs in it. */
    boolean has(int person) {
        return person < placeOfPerson.length && placeOfPerson[person] >= 0;
    }

    /** Gives the place of somebody who occurs in it. */
    int place(int person) {
        return placeOfPerson[person];
    }

    /** Gives the place of a formula that is in it. */
    int place(Formula formula) {
        return Collections.binarySearch(formulas, formula, BY_ID);
    }

    /** Where the parts of each are, in order. */
    Links parts() {
        return parts;
    }
}
