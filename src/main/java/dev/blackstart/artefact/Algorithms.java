package dev.blackstart.artefact;

import java.util.Map;

/** The public-key algorithms of OpenPGP: RFC 9580 (9.1), LibrePGP and the draft on post-quantum keys. */
final class Algorithms {
    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(1, "RSA"),
            Map.entry(2, "RSA"),
            Map.entry(3, "RSA"),
            Map.entry(8, "Kyber"),
            Map.entry(16, "Elgamal"),
            Map.entry(17, "DSA"),
            Map.entry(18, "ECDH"),
            Map.entry(19, "ECDSA"),
            Map.entry(20, "Elgamal"),
            Map.entry(22, "EdDSA"),
            Map.entry(25, "X25519"),
            Map.entry(26, "X448"),
            Map.entry(27, "Ed25519"),
            Map.entry(28, "Ed448"),
            Map.entry(35, "ML-KEM-768"),
            Map.entry(36, "ML-KEM-1024"));

    private Algorithms() {}

    static boolean known(int algorithm) {
        return NAMES.containsKey(algorithm);
    }

    static String name(int algorithm) {
        return NAMES.getOrDefault(algorithm, "algorithm " + algorithm);
    }

    /** Says whether keys of the algorithm can encrypt, whatever their flags say. */
    static boolean encrypts(int algorithm) {
        return switch (algorithm) {
            case 1, 2, 8, 16, 18, 20, 25, 26, 35, 36 -> true;
            default -> false;
        };
    }
}
