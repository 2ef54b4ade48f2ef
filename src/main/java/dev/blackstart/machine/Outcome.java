package dev.blackstart.machine;

/**
 * How a process ended, with what it wrote, read as UTF-8, unredacted.
 *
 * @param exitCode meaningful only where it {@link #ended}
 * @param whole false where it wrote so much that the middle of {@code out} or {@code err} is left out: whoever needs all
 *     of it says so, or takes it by {@link Host#stream}
 */
public record Outcome(Ending ending, int exitCode, String out, String err, boolean whole) {
    /** One of which nothing is left out. */
    public Outcome(Ending ending, int exitCode, String out, String err) {
        this(ending, exitCode, out, err, true);
    }

    /** The ways in which a process stops being watched. */
    public enum Ending {
        /** It ended, its output was read to the end, and its exit code is known. */
        ENDED,
        /** Its time ran out, and it was killed. */
        TIMED_OUT,
        /** It was never begun, or the stream or the engine broke off: nothing can be said. */
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
