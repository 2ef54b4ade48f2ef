package dev.blackstart.access;

/** A number of people that is known exactly, or only to lie between two others, both included. */
public record Bounds(int least, int most) {
    public Bounds {
        if (least < 0 || least > most) {
            throw new IllegalArgumentException("no bounds: " + least + " to " + most);
        }
    }

    static Bounds exactly(int number) {
        return new Bounds(number, number);
    }

    /** Says whether the number itself is known. */
    public boolean exact() {
        return least == most;
    }

    /** Renders {@code 2}, or {@code 2 to 4}. */
    @Override
    public String toString() {
        return exact() ? Integer.toString(least) : least + " to " + most;
    }
}
