package dev.blackstart.access;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which gates each formula is a part of, among all that one formula is made of; by their ids. Made once for many formulas,
 * one after the other. No two threads have the same.
 */
final class GatesAbove {
    /** No further link. */
    static final int NONE = -1;

    private final Formulas formulas;
    private @Nullable Formula top;

    /** The ids of all that the formula is made of, parts last. */
    private int[] ids = {};

    private int count;
    private int[] last = {};
    private int[] before = {};
    private int[] gates = {};
    private int links;

    GatesAbove(Formulas formulas) {
        this.formulas = formulas;
    }

    /** Looks at a formula, which often is the last one. */
    void of(Formula formula) {
        if (formula.equals(top)) {
            return;
        }
        for (int i = 0; i < count; i++) {
            last[ids[i]] = NONE;
        }
        if (last.length < formulas.made()) {
            last = new int[2 * formulas.made()];
            Arrays.fill(last, NONE);
            ids = new int[last.length];
        }
        count = 0;
        links = 0;
        formulas.descend(formula, this::link);
        top = formula;
    }

    private boolean link(Formula gate) {
        ids[count++] = gate.id();
        int[] parts = gate.partIds();
        if (links + parts.length > gates.length) {
            gates = Arrays.copyOf(gates, 2 * (links + parts.length));
            before = Arrays.copyOf(before, gates.length);
        }
        for (int part : parts) {
            gates[links] = gate.id();
            before[links] = last[part];
            last[part] = links++;
        }
        return true;
    }

    /** Counts all that the formula is made of. */
    int count() {
        return count;
    }

    /** Gives the id of one of them; parts come last. */
    int id(int index) {
        return ids[index];
    }

    /** Gives the last of the links from a part; as many lead to a gate as the part counts there. */
    int last(int part) {
        return last[part];
    }

    /** Gives the link before this one. */
    int before(int link) {
        return before[link];
    }

    /** Gives the id of the gate that a link leads to. */
    int gate(int link) {
        return gates[link];
    }
}
