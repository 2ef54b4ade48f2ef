package dev.blackstart.access;

import java.util.OptionalInt;

/**
 * A number of people that is known exactly, or only to lie between two others, both included.
 *
 * @param most empty: it may be any that is not less, because it cannot be told who is behind something
 */
public record Bounds(int least, OptionalInt most) {
    public Bounds {
        if (least < 0 || most.orElse(least) < least) {
            throw new IllegalArgumentException("no bounds: " + least + " to " + most);
        }
    }

    static Bounds exactly(int number) {
        return between(number, number);
    }

    static Bounds between(int least, int most) {
        return new Bounds(least, OptionalInt.of(most));
    }

    static Bounds atLeast(int least) {
        return new Bounds(least, OptionalInt.empty());
    }

    /** Says whether the number itself is known. */
    public boolean exact() {
        return most.isPresent() && most.getAsInt() == least;
    }

    /** Says whether it is shown to be less. */
    public boolean below(int number) {
        return most.isPresent() && most.getAsInt() < number;
    }

    /** Renders {@code 2}, {@code 2 to 4}, {@code at least 2}, or {@code not known}. */
    @Override
    public String toString() {
        if (most.isEmpty()) {
            return least == 0 ? "not known" : "at least " + least;
        }
        return exact() ? Integer.toString(least) : least + " to " + most.getAsInt();
    }
}
