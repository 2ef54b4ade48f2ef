package dev.blackstart.access;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * A monotone formula over numbered people: a person, or at least {@code needed} of some parts. Only {@link Formulas}
 * makes them, each once, so identity is equality; a part has a smaller id than what it is part of.
 */
final class Formula {
    private static final int NOBODY = -1;

    private final int id;
    private final int person;
    private final int needed;
    private final List<Formula> parts;
    private final int[] partIds;
    private final int[] standing;
    private final BitSet people = new BitSet();
    private final boolean disjoint;
    private final boolean readOnce;

    private Formula(int id, int person, int needed, List<Formula> parts) {
        this.id = id;
        this.person = person;
        this.needed = needed;
        this.parts = parts;
        this.partIds = new int[parts.size()];
        int[] people = new int[partIds.length];
        int count = 0;
        boolean apart = true;
        boolean once = true;
        for (int i = 0; i < partIds.length; i++) {
            Formula part = parts.get(i);
            partIds[i] = part.id;
            if (part.isPerson()) {
                people[count++] = part.person;
            }
            apart &= !this.people.intersects(part.people);
            once &= part.readOnce;
            this.people.or(part.people);
        }
        this.standing = Arrays.copyOf(people, count);
        this.disjoint = apart;
        this.readOnce = apart && once;
    }

    static Formula person(int id, int person) {
        Formula formula = new Formula(id, person, 1, List.of());
        formula.people.set(person);
        return formula;
    }

    static Formula atLeast(int id, int needed, List<Formula> parts) {
        return new Formula(id, NOBODY, needed, parts);
    }

    int id() {
        return id;
    }

    boolean isPerson() {
        return person != NOBODY;
    }

    int person() {
        return person;
    }

    int needed() {
        return needed;
    }

    /** Lists the parts by id; one that counts twice is there twice. */
    List<Formula> parts() {
        return parts;
    }

    /** Gives the ids of the parts, in order; not to be changed. */
    int[] partIds() {
        return partIds;
    }

    /** Gives the people among the parts, by number; not to be changed. */
    int[] standing() {
        return standing;
    }

    /** Gives everybody who occurs in it; not to be changed. */
    BitSet people() {
        return people;
    }

    boolean isNever() {
        return !isPerson() && needed > parts.size();
    }

    boolean isAlways() {
        return !isPerson() && needed == 0;
    }

    boolean isAny() {
        return !isPerson() && needed == 1;
    }

    boolean isAll() {
        return !isPerson() && needed == parts.size();
    }

    /** Says whether nobody occurs in two of the parts. */
    boolean isDisjoint() {
        return disjoint;
    }

    /** Says whether everybody occurs once in all of it. */
    boolean isReadOnce() {
        return readOnce;
    }
}
