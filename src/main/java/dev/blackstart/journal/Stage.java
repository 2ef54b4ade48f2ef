package dev.blackstart.journal;

import com.fasterxml.jackson.annotation.JsonValue;

/** What happens in an attempt outside of the runbook, in the order in which it happens. */
public enum Stage {
    /** All machines are brought to life, and nothing leads out of them. */
    ENVIRONMENT("environment"),
    /** Every probe holds. */
    STEADY_STATE("steady state"),
    /** Everybody who observes is asked where only one answer can be right. */
    CALIBRATION("calibration"),
    /** The workload runs, and what every state holds is written down. */
    BASELINE("baseline"),
    /** Those who have to notice the disaster are asked. */
    DETECTION("detection"),
    /** What came back is compared with what was there. */
    VERIFICATION("verification"),
    /** A new backup is waited for. */
    BACKUP("new backup"),
    /** What was recovered restarts. */
    REBOOT("reboot");

    private final String word;

    Stage(String word) {
        this.word = word;
    }

    /** Spell the stage as the journal and reports do. */
    @JsonValue
    public String word() {
        return word;
    }
}
