package dev.blackstart.verdict;

import dev.blackstart.finding.Code;
import dev.blackstart.finding.Severity;

/** What can be found in a run's journal; docs/findings.md explains each one. */
public enum VerdictCode implements Code {
    ANALYSIS_CONTRADICTED(Severity.ERROR),
    STEP_FAILED(Severity.ERROR),
    STEP_TIMED_OUT(Severity.ERROR),
    DATA_DIFFERS(Severity.ERROR),
    CHECK_FAILED(Severity.ERROR),
    STEADY_STATE_NOT_RESTORED(Severity.ERROR),
    NO_NEW_BACKUP(Severity.ERROR),
    BACKUP_MISSING(Severity.ERROR),
    BACKUPS_TOO_RARE(Severity.ERROR),
    PRUNED_TOO_EARLY(Severity.ERROR),
    OLDER_THAN_NEEDED(Severity.ERROR),
    BAD_GENERATION(Severity.ERROR),
    NO_GOOD_GENERATION(Severity.ERROR),
    REBOOT_FAILED(Severity.ERROR),
    RECOVERY_TIME_MISSED(Severity.ERROR),
    PAGE_DONE_MISSED(Severity.ERROR),
    RECOVERY_POINT_MISSED(Severity.ERROR),
    WRITE_ALTERED(Severity.ERROR),
    WRITE_HOLE(Severity.ERROR),
    WRITE_REFUSED(Severity.ERROR),
    ERASED_CAME_BACK(Severity.ERROR),
    NOT_DETECTED(Severity.ERROR),
    NOT_LOCKED_OUT(Severity.ERROR),
    SECRET_IN_CLEAR(Severity.ERROR),
    SECRET_UNDOCUMENTED(Severity.ERROR),

    RUN_KILLED(Severity.WARNING),
    INTERRUPTED(Severity.WARNING),
    NO_PLAN(Severity.WARNING),
    ISOLATION_UNPROVED(Severity.WARNING),
    CHECK_UNCALIBRATED(Severity.WARNING),
    DETECTOR_UNCALIBRATED(Severity.WARNING),
    READ_BACK_UNCALIBRATED(Severity.WARNING),
    ERASURE_UNCALIBRATED(Severity.WARNING),
    PROBE_UNCALIBRATED(Severity.WARNING),
    MACHINE_TOO_BUSY(Severity.WARNING),
    NEVER_STRUCK(Severity.WARNING),
    NO_STEP_RAN(Severity.WARNING),
    STEP_CUT(Severity.WARNING),
    UNVERIFIED(Severity.WARNING),
    NOTHING_COMPARED(Severity.WARNING),
    CHECK_ERROR(Severity.WARNING),
    CHECK_LEFT_OUT(Severity.WARNING),
    REBOOT_UNPROVED(Severity.WARNING),
    PROBES_UNMEASURED(Severity.WARNING),
    DISASTER_UNNOTICED(Severity.WARNING),
    DETECTION_LEFT_OUT(Severity.WARNING),
    WORKLOAD_UNACKNOWLEDGED(Severity.WARNING),
    WORKLOAD_NOT_READ_BACK(Severity.WARNING),
    WORKLOAD_UNTOLD(Severity.WARNING),
    ERASURES_UNTOLD(Severity.WARNING),
    RECOVERY_TIME_UNKNOWN(Severity.WARNING),
    RECOVERY_POINT_UNMEASURED(Severity.WARNING),
    RECOVERY_POINT_UNKNOWN(Severity.WARNING),
    FAILED_ELSEWHERE(Severity.WARNING),
    LOCK_OUT_UNPROVED(Severity.WARNING),
    CLEAN_UP_UNPROVED(Severity.WARNING),
    LEFT_BEHIND(Severity.WARNING),

    BACKUPS_UNWATCHED(Severity.NOTE),
    BACKUPS_UNPROVED(Severity.NOTE),
    CONTENT_NOT_COMPARED(Severity.NOTE),
    ERASURE_UNTRIED(Severity.NOTE),
    PROBE_UNAFFECTED(Severity.NOTE),
    DETECTOR_BLIND(Severity.NOTE),
    KEPT(Severity.NOTE),
    LIVING(Severity.NOTE),
    REBOOT_LEFT_OUT(Severity.NOTE),
    SECRETS_UNPROVEN(Severity.NOTE);

    private final Severity severity;

    VerdictCode(Severity severity) {
        this.severity = severity;
    }

    @Override
    public Severity severity() {
        return severity;
    }

    /** What weighs as a warning could not be told. */
    @Override
    public boolean untold() {
        return severity == Severity.WARNING;
    }
}
