package dev.blackstart.access;

import java.util.BitSet;

/**
 * Takes people away for whom a formula holds, as long as it still does; looks only at what each of them changes. Made
 * once for many formulas, one after the other. No two threads have the same.
 */
final class Sparing {
    private final Formulas formulas;
    private final GatesAbove above;
    private int top;

    /** By id, how many parts each formula holds with, beyond those that it needs; below zero it does not hold. */
    private int[] spare = {};

    /** The ids of those that hold, or hold no more, for one person. */
    private int[] changed = {};

    Sparing(Formulas formulas) {
        this.formulas = formulas;
        this.above = new GatesAbove(formulas);
    }

    /** @param there people for whom the formula holds, and who occur in it */
    void begin(Formula formula, BitSet there) {
        above.of(formula);
        top = formula.id();
        if (spare.length < formulas.made()) {
            spare = new int[2 * formulas.made()];
            changed = new int[spare.length];
        }
        for (int i = 0; i < above.count(); i++) {
            int id = above.id(i);
            spare[id] = -formulas.made(id).needed();
        }
        for (int person = there.nextSetBit(0); person >= 0; person = there.nextSetBit(person + 1)) {
            rise(formulas.idOf(person));
        }
    }

    private void rise(int person) {
        int risen = 0;
        spare[person]++;
        changed[risen++] = person;
        for (int i = 0; i < risen; i++) {
            for (int link = above.last(changed[i]); link != GatesAbove.NONE; link = above.before(link)) {
                int gate = above.gate(link);
                if (++spare[gate] == 0) {
                    changed[risen++] = gate;
                }
            }
        }
    }

    /** Takes a person away who is there, and says whether the formula still holds; if not, the person comes back. */
    boolean spare(int person) {
        int gone = formulas.idOf(person);
        int fallen = 0;
        spare[gone]--;
        changed[fallen++] = gone;
        for (int i = 0; i < fallen; i++) {
            for (int link = above.last(changed[i]); link != GatesAbove.NONE; link = above.before(link)) {
                int gate = above.gate(link);
                if (spare[gate]-- == 0) {
                    changed[fallen++] = gate;
                }
            }
        }
        if (spare[top] >= 0) {
            return true;
        }
        for (int i = 0; i < fallen; i++) {
            for (int link = above.last(changed[i]); link != GatesAbove.NONE; link = above.before(link)) {
                spare[above.gate(link)]++;
            }
        }
        spare[gone]++;
        return false;
    }

    /** Takes people away who are not needed, one after the other, until nobody can be spared. */
    BitSet pruned(Formula formula, BitSet people) {
        begin(formula, people);
        BitSet left = new BitSet();
        for (int person = people.nextSetBit(0); person >= 0; person = people.nextSetBit(person + 1)) {
            left.set(person, !spare(person));
        }
        return left;
    }
}
