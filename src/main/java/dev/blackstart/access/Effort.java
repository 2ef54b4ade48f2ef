package dev.blackstart.access;

/**
 * How much searching is left for many formulas together: conflicts of a search, and sets found, each times the size of
 * the formula. Counted, not timed: the same inventory gets the same answer on every machine.
 */
final class Effort {
    /** One formula takes no more than this part of what is left, so that some is left for those that come after it. */
    private static final int PART = 4;

    private long left;

    Effort(long left) {
        this.left = left;
    }

    /** Gives how many a formula of this size may take. */
    int share(int size, int most) {
        return (int) Math.min(most, left / PART / size);
    }

    void spend(int size, long units) {
        left -= Math.min(left, size * units);
    }
}
