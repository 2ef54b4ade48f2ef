package dev.blackstart.artefact;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * What a public-key encrypted session key says before its ciphertext (RFC 9580, 5.1).
 *
 * @param id of the recipient's key or subkey; empty if it is hidden
 * @param unknown what is not known, such as {@code algorithm 99}; empty if all is
 */
record SessionKeyHead(String id, String unknown) {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    static SessionKeyHead parse(byte[] head) {
        int version = head.length == 0 ? 0 : head[0];
        if ((version == 2 || version == 3) && head.length > 9) {
            String id = HEX.formatHex(head, 1, 9);
            return of(id.equals("0".repeat(16)) ? "" : id, head[9] & 0xff);
        }
        if (version == 6 && head.length > 1) {
            int length = head[1] & 0xff;
            if (head.length > 2 + length) {
                // The first octet is the version of the key; the rest is its fingerprint.
                String id = length < 2 ? "" : HEX.formatHex(Arrays.copyOfRange(head, 3, 2 + length));
                return of(id, head[2 + length] & 0xff);
            }
        }
        return new SessionKeyHead("", "packet version " + version);
    }

    private static SessionKeyHead of(String id, int algorithm) {
        return new SessionKeyHead(id, Algorithms.known(algorithm) ? "" : "algorithm " + algorithm);
    }

    boolean known() {
        return unknown.isEmpty();
    }

    String shownId() {
        return id.isEmpty() ? "hidden" : "key " + id;
    }
}
