package dev.blackstart.definition;

import dev.blackstart.definition.AccessFormula.Quorum;
import dev.blackstart.finding.Place;
import java.util.Optional;

/**
 * Where secrets are kept.
 *
 * @param path of an OpenPGP store: its directory, relative to the responder's home
 * @param service of an OpenBao store: the service that runs it
 * @param openedBy who can open what lies in it, unless the secret says otherwise
 * @param shares whose shares unseal an OpenBao store
 */
public record Store(
        String name,
        Kind kind,
        Optional<String> path,
        Optional<String> service,
        Optional<AccessFormula> openedBy,
        Optional<Quorum> shares,
        Place place) {
    /** Gives who can open a secret in it that says nothing of its own. */
    public Optional<AccessFormula> opening() {
        return openedBy.or(() -> shares);
    }

    /** Kinds of stores; OpenBao is documented in inventories already and drilled later. */
    public enum Kind {
        OPENPGP,
        OPENBAO
    }
}
