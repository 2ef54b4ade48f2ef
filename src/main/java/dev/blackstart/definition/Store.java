package dev.blackstart.definition;

import dev.blackstart.definition.AccessFormula.Quorum;
import dev.blackstart.finding.Place;
import dev.blackstart.store.SecretStore;
import java.util.Optional;

/**
 * Where secrets are kept.
 *
 * @param kind what it is, and how one gets at what lies in it
 * @param openedBy who can open what lies in it, unless the secret says otherwise
 * @param shares whose shares unseal it, if it is unsealed by any
 */
public record Store(
        String name, SecretStore kind, Optional<AccessFormula> openedBy, Optional<Quorum> shares, Place place) {
    /** Gives who can open a secret in it that says nothing of its own. */
    public Optional<AccessFormula> opening() {
        return openedBy.or(() -> shares);
    }
}
