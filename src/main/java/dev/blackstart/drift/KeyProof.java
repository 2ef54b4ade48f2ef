package dev.blackstart.drift;

import dev.blackstart.proof.ProofKind;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * How it stands with one key of one person.
 *
 * @param key the fingerprint of an OpenPGP or SSH key, or an age recipient
 * @param part what of it is proved: the subkey that opens stores; empty where the key has no parts
 * @param proved when the challenge was written that was answered last: the key was in its owner's hands later than that
 * @param until when that is too long ago
 * @param asked when the challenge was written that waits for an answer
 * @param challenge the file that waits for an answer
 */
public record KeyProof(
        State state,
        String person,
        ProofKind kind,
        String key,
        Optional<String> part,
        Optional<Instant> proved,
        Optional<Instant> until,
        Optional<Instant> asked,
        Optional<Path> challenge) {
    /** Whether it is known that the key is in its owner's hands. */
    public enum State {
        /** It is. */
        PROVED,
        /** It was, too long ago. */
        STALE,
        /** Nobody has answered. */
        ASKED,
        /** What was answered proves nothing. */
        REFUSED,
        /** The key is revoked: who has it tells nothing any more. */
        REVOKED,
        /** No challenge could be written. */
        UNASKED
    }
}
