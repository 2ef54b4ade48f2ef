package dev.blackstart.definition;

import dev.blackstart.finding.Code;
import dev.blackstart.finding.Severity;

/** What can be said against a definition; its message says all else. */
public enum DefinitionCode implements Code {
    /** No drill can be run with it. */
    BROKEN(Severity.ERROR),
    /** A drill may run in spite of it. */
    DOUBTFUL(Severity.WARNING);

    private final Severity severity;

    DefinitionCode(Severity severity) {
        this.severity = severity;
    }

    @Override
    public Severity severity() {
        return severity;
    }
}
