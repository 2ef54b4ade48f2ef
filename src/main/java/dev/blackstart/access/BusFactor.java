package dev.blackstart.access;

/**
 * How few people must be lost until something cannot be opened; 0 where it is closed with everybody there.
 *
 * @param cut such a loss, of {@code size.most()} people
 */
public record BusFactor(Bounds size, Choice cut) {
    /** Says whether it is shown to be at least so much; what could not be told is not. */
    public boolean atLeast(int wanted) {
        return size.least() >= wanted;
    }
}
