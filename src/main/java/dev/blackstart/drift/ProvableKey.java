package dev.blackstart.drift;

import dev.blackstart.artefact.PublicKey;
import java.util.Optional;

/**
 * A key by which an inventory knows somebody.
 *
 * @param key its fingerprint, or an age recipient
 * @param part what is to be proved of it: the OpenPGP subkey that opens stores; empty where nothing can be encrypted to it
 * @param openPgp the key itself, if it is one of OpenPGP's
 */
record ProvableKey(String person, String key, Optional<String> part, Optional<PublicKey> openPgp) {
    boolean revoked() {
        return openPgp.filter(found -> found.primary().revoked()).isPresent();
    }

    /** Says whether a proof of this part of this key counts; where no part is open, what opened it last does. */
    boolean is(String key, String part) {
        return this.key.equals(key) && this.part.map(part::equals).orElse(true);
    }
}
