package dev.blackstart.access;

import java.util.Comparator;

/** Something whose bus factor is lower than wanted, or not shown to be as high. */
public record Shortfall(Kind kind, String name, BusFactor busFactor) {
    static final Comparator<Shortfall> WEAKEST_FIRST =
            Comparator.comparing(shortfall -> shortfall.busFactor().size().least());

    /** What it is. */
    public enum Kind {
        SECRET,
        RUNBOOK
    }
}
