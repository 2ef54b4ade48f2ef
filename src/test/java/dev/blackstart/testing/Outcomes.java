package dev.blackstart.testing;

import dev.blackstart.machine.Outcome;

/** How processes end. */
public final class Outcomes {
    private Outcomes() {}

    /** It ended well, and wrote this. */
    public static Outcome ok(String out) {
        return new Outcome(Outcome.Ending.ENDED, 0, out, "");
    }

    /** It ended, not well, and wrote this on its standard error. */
    public static Outcome failed(int exitCode, String err) {
        return new Outcome(Outcome.Ending.ENDED, exitCode, "", err);
    }

    /** Its time ran out. */
    public static Outcome timedOut() {
        return new Outcome(Outcome.Ending.TIMED_OUT, -1, "", "");
    }

    /** Nobody knows how it ended: what it wrote breaks off. */
    public static Outcome cut(String out) {
        return new Outcome(Outcome.Ending.CUT, -1, out, "");
    }
}
