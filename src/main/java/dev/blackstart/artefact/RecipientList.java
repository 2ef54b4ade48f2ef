package dev.blackstart.artefact;

import dev.blackstart.finding.Place;
import java.nio.file.Path;
import java.util.List;

/**
 * A file such as {@code .gpg-id} that says to whom the files below it are to be encrypted.
 *
 * @param folder in which it lies, as its store names it; the empty text where the store begins
 * @param legible it could be read; otherwise nobody knows whom it names
 */
public record RecipientList(Path file, String folder, boolean legible, List<Entry> entries) {
    public RecipientList {
        entries = List.copyOf(entries);
    }

    /** One recipient as the file names it: a fingerprint, key id, address, part of a user id, or age recipient. */
    public record Entry(String text, Place place) {}
}
