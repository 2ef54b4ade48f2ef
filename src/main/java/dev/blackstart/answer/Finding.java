package dev.blackstart.answer;

import dev.blackstart.finding.Place;

/**
 * One thing that a reader must act on, or know.
 *
 * @param code one of those in {@code docs/findings.md}
 * @param hint what would mend it
 */
public record Finding(Severity severity, String code, Place place, String message, String hint) {
    /** How much it weighs, the heaviest first. */
    public enum Severity {
        ERROR,
        WARNING,
        NOTE
    }
}
