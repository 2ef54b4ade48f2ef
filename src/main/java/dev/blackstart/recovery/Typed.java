package dev.blackstart.recovery;

import dev.blackstart.journal.Event.StepOutcome;
import dev.blackstart.machine.Outcome;

/**
 * What came of a script that was typed.
 *
 * @param said what it wrote, output before errors, without the mark
 * @param mark the word that it had to print at its end
 */
record Typed(StepOutcome outcome, int exitCode, String said, String mark) {
    /** Read an outcome; only a step that printed its mark has ended (a cut stream looks like success otherwise). */
    static Typed of(Outcome outcome, String mark) {
        int at = outcome.err().lastIndexOf("\n" + mark + " ");
        String err = at < 0 ? outcome.err() : outcome.err().substring(0, at);
        String said = outcome.out().isEmpty() || err.isEmpty() ? outcome.out() + err : outcome.out() + "\n" + err;
        return switch (outcome.ending()) {
            case TIMED_OUT -> new Typed(StepOutcome.TIMED_OUT, -1, said, mark);
            case CUT -> new Typed(StepOutcome.CUT, -1, said, mark);
            case ENDED ->
                at < 0
                        ? new Typed(StepOutcome.CUT, outcome.exitCode(), said, mark)
                        : ended(status(outcome.err(), at, mark), said, mark);
        };
    }

    private static Typed ended(int status, String said, String mark) {
        return new Typed(status == 0 ? StepOutcome.DONE : StepOutcome.FAILED, status, said, mark);
    }

    private static int status(String err, int at, String mark) {
        String digits = err.substring(at + mark.length() + 2).strip();
        return digits.matches("\\d{1,3}") ? Integer.parseInt(digits) : -1;
    }

    /** The last lines that carry anything, at most {@code lines}. */
    String excerpt(int lines) {
        String[] all = said.strip().split("\n", -1);
        return String.join("\n", java.util.Arrays.copyOfRange(all, Math.max(0, all.length - lines), all.length));
    }

    /** The last line that carries anything: usually the one that says why. */
    String lastLine() {
        return excerpt(1).strip();
    }
}
