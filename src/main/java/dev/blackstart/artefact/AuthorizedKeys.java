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
     * @param options such as {@code from="10.0.0.0/8"}, as they stand there
     */
    public record Entry(String type, String fingerprint, String comment, List<String> options, Place place) {
        public Entry {
            options = List.copyOf(options);
        }

        /** Says whether the line lets in everybody whose key this one has signed. */
        public boolean authority() {
            return options.stream().anyMatch(option -> option.equalsIgnoreCase("cert-authority"));
        }
    }
}
