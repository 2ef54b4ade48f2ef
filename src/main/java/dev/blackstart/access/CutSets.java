package dev.blackstart.access;

import java.math.BigInteger;
import java.util.List;

/**
 * The minimal sets of people whose loss locks something out.
 *
 * @param listed smallest first; of an incomplete list, nothing smaller than what is listed is missing
 * @param least how many sets there are at least, every pick counted
 * @param most how many at most
 * @param complete whether all are listed
 */
public record CutSets(List<Choice> listed, BigInteger least, BigInteger most, boolean complete) {
    public CutSets {
        listed = List.copyOf(listed);
    }

    /** Says whether their number is known, though they may not all be listed. */
    public boolean counted() {
        return least.equals(most);
    }
}
