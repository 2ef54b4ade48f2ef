package dev.blackstart.control;

import dev.blackstart.finding.Code;
import dev.blackstart.finding.Severity;

/** What can be found about controls; docs/findings.md explains each. */
public enum ControlCode implements Code {
    CONTROL_FAILED(Severity.WARNING),
    CONTROL_FAILED_ELSEWHERE(Severity.WARNING),
    CONTROL_LEFT_OUT(Severity.WARNING),
    CONTROL_PASSED(Severity.WARNING),
    NO_CONTROL(Severity.WARNING),
    NOT_FROM_A_BACKUP(Severity.WARNING),
    STEP_UNPROVEN(Severity.WARNING),
    CONTROL_TOLERATED(Severity.NOTE),
    CONTROLS_LEFT_OUT(Severity.NOTE),
    CONTROLS_SKIPPED(Severity.NOTE),
    NO_CONTROL_ACCEPTED(Severity.NOTE),
    PARTLY_WITHOUT_BACKUP(Severity.NOTE),
    REBUILT(Severity.NOTE),
    SECRET_REPLACEABLE(Severity.NOTE);

    private final Severity severity;

    ControlCode(Severity severity) {
        this.severity = severity;
    }

    @Override
    public Severity severity() {
        return severity;
    }
}
