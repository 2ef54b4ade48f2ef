package dev.blackstart.artefact;

import java.io.IOException;

/** Something that is no OpenPGP packet stands where one should begin. */
final class NoPacketException extends IOException {
    private static final long serialVersionUID = 1;

    NoPacketException(long offset) {
        super("no OpenPGP packet begins at byte " + offset);
    }
}
