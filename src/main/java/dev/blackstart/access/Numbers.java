package dev.blackstart.access;

import java.util.Optional;

/**
 * What follows from one access formula.
 *
 * @param openingSize empty where nobody can open it, not even everybody together
 */
public record Numbers(Optional<OpeningSize> openingSize, BusFactor busFactor, CutSets cutSets) {
    /** Says whether each number is known, and none only to lie between two others. */
    public boolean exact() {
        return busFactor.size().exact()
                && openingSize.map(opening -> opening.size().exact()).orElse(true)
                && cutSets.counted();
    }

    /** Says whether people can open it at all, or may. */
    public boolean opens() {
        return openingSize.isPresent();
    }
}
