package dev.blackstart.finding;

/** How much a finding weighs, the heaviest first. */
public enum Severity {
    /** Something is wrong. */
    ERROR,
    /** Something may be wrong, or could not be told. */
    WARNING,
    /** Good to know. */
    NOTE
}
