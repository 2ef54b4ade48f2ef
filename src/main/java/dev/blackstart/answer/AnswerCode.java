package dev.blackstart.answer;

import dev.blackstart.finding.Code;
import dev.blackstart.finding.Severity;

/** What is to be said of who can open what; docs/findings.md explains each one. */
public enum AnswerCode implements Code {
    OPENED_BY_NOBODY(Severity.ERROR),
    FOLLOWED_BY_NOBODY(Severity.ERROR),
    BUS_FACTOR_LOW(Severity.ERROR),
    BUS_FACTOR_ONE(Severity.WARNING),
    BUS_FACTOR_UNTOLD(Severity.WARNING, true),
    OPENED_BY_COPY(Severity.WARNING),
    NEEDS_UNTOLD(Severity.WARNING, true);

    private final Severity severity;
    private final boolean untold;

    AnswerCode(Severity severity) {
        this(severity, false);
    }

    AnswerCode(Severity severity, boolean untold) {
        this.severity = severity;
        this.untold = untold;
    }

    @Override
    public Severity severity() {
        return severity;
    }

    @Override
    public boolean untold() {
        return untold;
    }

    /** Give the same code for a reader who asked for no bus factor: then it is only good to know. */
    Code unasked() {
        return new Unasked(this);
    }

    private record Unasked(AnswerCode code) implements Code {
        @Override
        public String name() {
            return code.name();
        }

        @Override
        public Severity severity() {
            return Severity.NOTE;
        }

        @Override
        public boolean untold() {
            return code.untold();
        }
    }
}
