package dev.blackstart.definition;

import dev.blackstart.finding.Place;

/** One fault in a file, worded for the person who has to fix it. */
public record Problem(Severity severity, Place place, String message, String hint) {
    /** Tells whether a drill may run in spite of the problem. */
    public enum Severity {
        ERROR,
        WARNING
    }

    /** Renders {@code file:line:column: message} and, on a second line, the hint. */
    public String render() {
        String kind = severity == Severity.WARNING ? "warning: " : "";
        return "%s: %s%s%n  HINT: %s".formatted(place, kind, message, hint);
    }
}
