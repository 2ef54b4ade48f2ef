package dev.blackstart.access;

import java.util.Optional;

/**
 * What follows from one access formula.
 *
 * @param openingSize empty where nobody can open it, not even everybody together
 */
public record Numbers(Optional<OpeningSize> openingSize, BusFactor busFactor, CutSets cutSets) {
    /** Says whether people can open it at all. */
    public boolean opens() {
        return openingSize.isPresent();
    }
}
