package dev.blackstart.proof;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A question to one person about one key, in a file of its own.
 *
 * @param key the fingerprint of an OpenPGP or SSH key, or an age recipient
 * @param part what of it is to be proved: the OpenPGP subkey that opens stores; otherwise the key
 * @param asked when it was written; what answers it was made later
 * @param sum the SHA-256 of the line that was encrypted; of a challenge that is to be signed, its nonce
 */
public record Challenge(Path file, String person, String key, String part, Instant asked, String sum) {
    static final String SUFFIX = ".challenge";

    /** Gives what its owner types in the directory of the file. */
    public String command() {
        return ProofKind.of(key).command(name() + SUFFIX, answer().getFileName().toString());
    }

    /** Gives the file in which the answer is handed in. */
    public Path answer() {
        return file.resolveSibling(name() + ".answer");
    }

    /** Names what is to be proved. */
    public String what() {
        return part.equals(key)
                ? "the key " + key
                : "the key %s, subkey %s".formatted(key, part.substring(Math.max(0, part.length() - 16)));
    }

    private String name() {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - SUFFIX.length());
    }
}
