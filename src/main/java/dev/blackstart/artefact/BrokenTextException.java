package dev.blackstart.artefact;

import dev.blackstart.finding.Place;

/** Why a structured text could not be read. */
final class BrokenTextException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Place place;

    BrokenTextException(Place place, String message, Throwable cause) {
        super(message, cause);
        this.place = place;
    }

    BrokenTextException(Place place, String message) {
        super(message);
        this.place = place;
    }

    Place place() {
        return place;
    }
}
