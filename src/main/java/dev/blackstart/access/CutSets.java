package dev.blackstart.access;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * The minimal sets of people whose loss locks something out.
 *
 * @param listed smallest first; of an incomplete list, nothing smaller than what is listed is missing
 * @param least how many sets there are at least, every pick counted
 * @param most how many at most; empty where it cannot be told who is behind something
 * @param complete whether all are listed
 */
public record CutSets(List<Choice> listed, BigInteger least, Optional<BigInteger> most, boolean complete) {
    public CutSets {
        listed = List.copyOf(listed);
    }

    /** Says whether their number is known, though they may not all be listed. */
    public boolean counted() {
        return most.filter(least::equals).isPresent();
    }
}
