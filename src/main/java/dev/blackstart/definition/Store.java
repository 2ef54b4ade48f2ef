package dev.blackstart.definition;

import java.util.Optional;

/**
 * Where secrets are kept.
 *
 * @param path of an OpenPGP store: its directory, relative to the responder's home
 * @param service of an OpenBao store: the service that runs it
 */
public record Store(String name, Kind kind, Optional<String> path, Optional<String> service, Place place) {
    /** Kinds of stores; OpenBao is documented in inventories already and drilled later. */
    public enum Kind {
        OPENPGP,
        OPENBAO
    }
}
