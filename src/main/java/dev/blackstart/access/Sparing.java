package dev.blackstart.access;

import dev.blackstart.access.Cone.Links;
import java.util.BitSet;

/** Takes people away for whom a formula holds, as long as it still does; looks only at what each of them changes. */
final class Sparing {
    private final Cone cone;
    private final Links gates;

    /** How many parts each formula holds with, beyond those that it needs; below zero it does not hold. */
    private final int[] spare;

    private final int[] fallen;

    /**
     * @param cone of the formula
     * @param there people for whom it holds
     */
    Sparing(Cone cone, BitSet there) {
        this.cone = cone;
        this.gates = cone.gates();
        Links parts = cone.parts();
        this.spare = new int[cone.size()];
        this.fallen = new int[cone.size()];
        for (int i = 0; i < spare.length; i++) {
            int person = cone.person(i);
            if (person >= 0) {
                spare[i] = there.get(person) ? 0 : -1;
            } else {
                int holding = 0;
                for (int j = parts.from(i); j < parts.to(i); j++) {
                    holding += spare[parts.at(j)] < 0 ? 0 : 1;
                }
                spare[i] = holding - cone.formula(i).needed();
            }
        }
    }

    /** Takes a person away who is there, and says whether the formula still holds; if not, the person comes back. */
    boolean spare(int person) {
        int count = 0;
        fallen[count++] = cone.place(person);
        spare[fallen[0]]--;
        for (int i = 0; i < count; i++) {
            for (int j = gates.from(fallen[i]); j < gates.to(fallen[i]); j++) {
                if (spare[gates.at(j)]-- == 0) {
                    fallen[count++] = gates.at(j);
                }
            }
        }
        if (spare[spare.length - 1] >= 0) {
            return true;
        }
        for (int i = count - 1; i >= 0; i--) {
            for (int j = gates.from(fallen[i]); j < gates.to(fallen[i]); j++) {
                spare[gates.at(j)]++;
            }
        }
        spare[fallen[0]]++;
        return false;
    }
}
