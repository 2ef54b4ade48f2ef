package dev.blackstart.drift;

import dev.blackstart.artefact.Fault;
import dev.blackstart.finding.Place;

/** One thing that a reader must act on, or know; findings of one cause have the same message at several places. */
public record Finding(Code code, Place place, String message, String hint) {
    static Finding of(Fault fault) {
        return new Finding(Code.of(fault.kind()), fault.place(), fault.message(), fault.hint());
    }

    /** Renders {@code file:line:column: message} and, on a second line, the hint. */
    public String render() {
        return "%s: %s%n  HINT: %s".formatted(place, message, hint);
    }
}
