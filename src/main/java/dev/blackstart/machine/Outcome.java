package dev.blackstart.machine;

/**
 * How a process ended, with all that it wrote, read as UTF-8, unredacted.
 *
 * @param exitCode meaningful only where it {@link #ended}
 */
public record Outcome(Ending ending, int exitCode, String out, String err) {
    /** The ways in which a process stops being watched. */
    public enum Ending {
        /** It ended, its output was read to the end, and its exit code is known. */
        ENDED,
        /** Its time ran out, and it was killed. */
        TIMED_OUT,
        /** The stream or the engine broke off: nothing can be said. */
        CUT
    }

    public boolean ended() {
        return ending == Ending.ENDED;
    }

    /** Says that it ended with exit code 0; anything else is no success. */
    public boolean succeeded() {
        return ended() && exitCode == 0;
    }
}
