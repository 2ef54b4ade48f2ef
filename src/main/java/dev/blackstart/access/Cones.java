package dev.blackstart.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes cones, and keeps the last one, which is often asked for again. No two threads have the same. */
final class Cones {
    private final Formulas formulas;
    private int[] placeOf = {};
    private @Nullable Cone last;
    private @Nullable Formula counted;
    private int size;

    Cones(Formulas formulas) {
        this.formulas = formulas;
    }

    /** Gives a formula and all that it is made of. */
    Cone of(Formula top) {
        Cone known = last;
        if (known == null || !known.top().equals(top)) {
            known = of(List.of(top));
            last = known;
        }
        return known;
    }

    /** Counts a formula and all that it is made of. */
    int size(Formula top) {
        if (last != null && last.top().equals(top)) {
            return last.size();
        }
        if (!top.equals(counted)) {
            counted = top;
            size = 0;
            formulas.descend(top, one -> ++size > 0);
        }
        return size;
    }

    /** Gives several formulas and all that they are made of. */
    Cone of(Collection<Formula> tops) {
        List<Formula> partsFirst = formulas.cone(tops);
        if (placeOf.length < formulas.made()) {
            placeOf = Arrays.copyOf(placeOf, 2 * formulas.made());
        }
        for (int i = 0; i < partsFirst.size(); i++) {
            placeOf[partsFirst.get(i).id()] = i;
        }
        return new Cone(partsFirst, placeOf);
    }
}
