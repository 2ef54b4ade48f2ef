package dev.blackstart.artefact;

import dev.blackstart.finding.Finding;
import dev.blackstart.finding.Place;
import java.nio.file.Path;
import java.util.List;

/** Who may log in to an account of a server, as its {@code authorized_keys} says. */
public record AuthorizedKeys(Path file, List<Entry> entries, List<Finding> faults) {
    public AuthorizedKeys {
        entries = List.copyOf(entries);
        faults = List.copyOf(faults);
    }

    /**
     * One key.
     *
     * @param type such as {@code ssh-ed25519}
     * @param fingerprint {@code SHA256:…}
     */
    public record Entry(String type, String fingerprint, String comment, LoginOptions options, Place place) {}
}
