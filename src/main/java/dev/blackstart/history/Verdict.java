package dev.blackstart.history;

/** What a drill came to; the order is the order of badness, and the worst one wins. */
public enum Verdict {
    PASSED,
    /** Something could not be run or told: never green. */
    INCONCLUSIVE,
    FAILED;

    /** Keep the worse of the two. */
    public Verdict worst(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
