package dev.blackstart.journal;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.blackstart.finding.Code;
import dev.blackstart.finding.Severity;

/** Why something could not be done or told, for a reason outside the recovery; docs/findings.md explains each one. */
public enum UntoldCode implements Code {
    COMMISSIONING_FAILED,
    SECRET_WITHOUT_VALUE,
    ENGINE,
    ISOLATION_BROKEN,
    BASELINE_NOT_MET,
    BASELINE_LOST,
    BACKUP_FAILED,
    LOSS_SURVIVED,
    STATE_UNREADABLE,
    REPOSITORY_UNREADABLE,
    DISK_NEARLY_FULL,
    COULD_NOT_RUN,
    NOT_CLEANED_UP;

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public boolean untold() {
        return true;
    }

    @JsonValue
    @Override
    public String word() {
        return Code.super.word();
    }
}
