package dev.blackstart.artefact;

import dev.blackstart.finding.Place;
import java.nio.file.Path;

/** Something in an artefact that could not be read, or that keeps it from being relied on. */
public record Fault(Kind kind, Place place, String message, String hint) {
    /** What can be wrong with an artefact itself. */
    public enum Kind {
        UNREADABLE,
        EMPTY_FILE,
        TRUNCATED,
        NO_OPENPGP,
        NO_AGE,
        NOT_ENCRYPTED,
        UNKNOWN_ALGORITHM,
        LINK_OUT,
        LINK_LOOP,
        LINK_DANGLING,
        PLAINTEXT_FILE,
        GPG_ID_EMPTY,
        KEY_FILE_BROKEN,
        KEY_PRIVATE,
        KEYRING_UNREAD,
        AUTHORIZED_LINE_BROKEN,
        SOPS_BROKEN,
        SOPS_RULES_BROKEN,
        SOPS_PLAINTEXT,
        NOTHING_FOUND
    }

    static Fault of(Kind kind, Path file, String message, String hint) {
        return at(kind, start(file), message, hint);
    }

    static Place start(Path file) {
        return new Place(file, 1, 1);
    }

    static Fault at(Kind kind, Place place, String message, String hint) {
        return new Fault(kind, place, message, hint);
    }

    /** Renders {@code file:line:column: message} and, on a second line, the hint. */
    public String render() {
        return "%s: %s%n  HINT: %s".formatted(place, message, hint);
    }
}
