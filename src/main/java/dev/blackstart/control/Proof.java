package dev.blackstart.control;

import java.util.List;

/** How much is known of whether recovery needs a secret. */
public enum Proof {
    /** Without it, and with another value in its place, recovery failed at a step that opened it or later. */
    NEEDED,
    /** Without it recovery failed, but any other value of its kind serves: nothing verifies it, or it need not be kept. */
    REPLACEABLE,
    /** Without it, recovery went through all the same. */
    IN_VAIN,
    /** Not all of its controls told. */
    UNPROVEN;

    private static final List<Proof> WEAKEST_LAST = List.of(NEEDED, REPLACEABLE, UNPROVEN, IN_VAIN);

    /** What two controls show of a secret together: no more than the weaker of them. */
    public Proof and(Proof other) {
        return WEAKEST_LAST.indexOf(this) >= WEAKEST_LAST.indexOf(other) ? this : other;
    }
}
