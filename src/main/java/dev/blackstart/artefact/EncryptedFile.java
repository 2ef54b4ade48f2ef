package dev.blackstart.artefact;

import dev.blackstart.finding.Finding;
import dev.blackstart.finding.Place;
import java.nio.file.Path;
import java.util.List;

/**
 * A file with the recipients that it really has. It opens to whoever opens at least {@code threshold} of its groups; a
 * group opens to any one of its recipients.
 *
 * @param name of the secret: the path from where its store begins, without its suffix
 * @param faults why the recipients may not be all; empty if they are
 */
public record EncryptedFile(
        Path path, String name, Format format, int threshold, List<List<Slot>> groups, List<Finding> faults) {
    /** What a file is encrypted with. */
    public enum Format {
        OPENPGP,
        AGE,
        SOPS,
        /** Copies of one key with OpenPGP, one for each person. */
        GIT_CRYPT
    }

    public EncryptedFile {
        groups = groups.stream().map(List::copyOf).toList();
        faults = List.copyOf(faults);
    }

    /** Says whether everything that opens the file is known. */
    public boolean whole() {
        return faults.isEmpty();
    }

    /** Lists the recipients of all groups. */
    public List<Slot> slots() {
        return groups.stream().flatMap(List::stream).toList();
    }

    /** Names the beginning of the file. */
    public Place place() {
        return Place.start(path);
    }
}
