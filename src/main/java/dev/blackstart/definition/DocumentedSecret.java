package dev.blackstart.definition;

import java.util.Optional;
import java.util.Set;

/**
 * A secret that somebody wrote down: what it opens, where it is kept, who can open it.
 *
 * @param heldBy hosts that keep a copy to work unattended
 * @param generate how commissioning makes its value; empty: the commissioning runbook stores it itself
 */
public record DocumentedSecret(
        String name,
        String purpose,
        String store,
        AccessFormula openedBy,
        Set<String> heldBy,
        Optional<Generator> generate,
        Place place) {
    public DocumentedSecret {
        heldBy = Ordered.copy(heldBy);
    }

    /**
     * How a value is made.
     *
     * @param prefix put before the value, such as {@code sk_test_}
     * @param bytes of randomness; ignored by keys
     */
    public record Generator(Kind kind, String prefix, int bytes) {
        /** Kinds of values. */
        public enum Kind {
            PASSPHRASE,
            PASSWORD,
            HEX,
            BASE64,
            SSH_ED25519,
            TLS_SELF_SIGNED
        }
    }
}
