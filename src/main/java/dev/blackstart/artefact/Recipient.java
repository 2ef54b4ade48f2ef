package dev.blackstart.artefact;

/** One way to open an encrypted file, as far as the file itself names it. */
public sealed interface Recipient {
    /**
     * An OpenPGP key.
     *
     * @param id key id or fingerprint of a key or subkey, in capital hex without prefix
     * @param claim the fingerprint that a sops file gives for it, in capital hex; empty where there is none
     */
    record OpenPgp(String id, String claim) implements Recipient {
        OpenPgp(String id) {
            this(id, "");
        }
    }

    /** An age recipient, written out: {@code age1…}. */
    record Age(String recipient) implements Recipient {}

    /**
     * An SSH key.
     *
     * @param tag age's short name of the key: the first four bytes of its SHA-256, in base64
     * @param fingerprint {@code SHA256:…}, or the empty text where a file has only the tag
     */
    record Ssh(String tag, String fingerprint) implements Recipient {}

    /**
     * A key that the file does not name: nobody can tell whose.
     *
     * @param kind such as {@code OpenPGP} or {@code age X25519}
     */
    record Hidden(String kind) implements Recipient {}

    /** A passphrase: whoever knows it opens the file, with no key at all. */
    record Passphrase() implements Recipient {}

    /**
     * A machine or service that opens the file for whoever may ask it.
     *
     * @param service such as {@code aws kms}
     */
    record Machine(String service, String name) implements Recipient {}
}
