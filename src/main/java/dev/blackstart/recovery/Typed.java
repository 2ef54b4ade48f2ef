package dev.blackstart.recovery;

import dev.blackstart.journal.Event.StepOutcome;
import dev.blackstart.machine.Outcome;
import dev.blackstart.terminal.Excerpt;

/**
 * What came of a script that was typed.
 *
 * @param out what it wrote to its standard output
 * @param said all that it wrote, output before errors, without the mark
 * @param mark the word that it had to print at its end
 */
record Typed(StepOutcome outcome, int exitCode, String out, String said, String mark) {
    /** Characters of what is kept of a step's output; the commands of a page say less, or nobody reads it. */
    private static final int MOST = 8 * 1024;

    private static final int WIDEST = 1024;

    /**
     * Read an outcome. A step has ended where it printed its mark (a cut stream looks like success otherwise), and well
     * where the engine says so, too: the step sees its mark and could print it by itself.
     */
    static Typed of(Outcome outcome, String mark) {
        int at = outcome.err().lastIndexOf("\n" + mark + " ");
        String err = at < 0 ? outcome.err() : outcome.err().substring(0, at);
        String said = outcome.out().isEmpty() || err.isEmpty() ? outcome.out() + err : outcome.out() + "\n" + err;
        return switch (outcome.ending()) {
            case TIMED_OUT -> new Typed(StepOutcome.TIMED_OUT, -1, outcome.out(), said, mark);
            case CUT -> new Typed(StepOutcome.CUT, -1, outcome.out(), said, mark);
            case ENDED ->
                at < 0
                        ? new Typed(StepOutcome.CUT, outcome.exitCode(), outcome.out(), said, mark)
                        : ended(outcome.exitCode(), status(outcome.err(), at, mark), outcome.out(), said, mark);
        };
    }

    private static Typed ended(int exitCode, int marked, String out, String said, String mark) {
        int status = marked == 0 ? exitCode : marked;
        return new Typed(status == 0 ? StepOutcome.DONE : StepOutcome.FAILED, status, out, said, mark);
    }

    private static int status(String err, int at, String mark) {
        String digits = err.substring(at + mark.length() + 2).split("\\s", 2)[0];
        return digits.matches("\\d{1,3}") ? Integer.parseInt(digits) : -1;
    }

    /** Why it came to no end of its own; empty where it did. */
    String untold() {
        return switch (outcome) {
            case TIMED_OUT -> "its time ran out";
            case CUT -> "its output was cut before it said that it had ended";
            case DONE, FAILED -> "";
        };
    }

    /** The last lines that carry anything, at most {@code lines}. */
    String excerpt(int lines) {
        return Excerpt.end(said, lines, WIDEST, MOST);
    }

    /** The line that says why it failed, as far as a line can be told from the others. */
    String cause() {
        String err = said.startsWith(out) ? said.substring(out.length()) : said;
        return Excerpt.of(Cause.of(out, err), WIDEST / 4);
    }

    /** How the parts of the pipe ended that ended the step, for its reason; empty where it was none. */
    String pipe() {
        return Cause.pipe(said).map(codes -> " (of its pipe: " + codes + ")").orElse("");
    }
}
