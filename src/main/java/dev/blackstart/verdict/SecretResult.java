package dev.blackstart.verdict;

import java.util.Optional;

/**
 * What the drill showed about one documented secret.
 *
 * @param neededBy {@code file:line} of the first step that opened it, or that needed it and could not
 * @param where {@code file:line} where it is documented
 */
public record SecretResult(
        String name,
        String purpose,
        String store,
        Optional<String> neededBy,
        boolean opened,
        Proof proof,
        String where) {
    /** How much is known of whether recovery needs a secret. */
    public enum Proof {
        /** Without it, recovery failed at a step that opened it or later. */
        NEEDED,
        /** Without it, recovery went through all the same. */
        IN_VAIN,
        /** No control told. */
        UNPROVEN
    }
}
