package dev.blackstart.artefact;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.crypto.util.OpenSSHPublicKeyUtil;

/** Names SSH public keys as OpenSSH and age do. */
public final class SshKeys {
    private static final Set<String> PARSED = Set.of(
            "ssh-rsa", "ssh-dss", "ssh-ed25519", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521");
    private static final Set<String> KNOWN =
            Set.of("sk-ssh-ed25519@openssh.com", "sk-ecdsa-sha2-nistp256@openssh.com", "ssh-ed448");

    /** Of keys on security tokens, how many fields each has: its type, the numbers of the key, and what it is for. */
    private static final Map<String, Integer> FIELDS =
            Map.of("sk-ssh-ed25519@openssh.com", 3, "sk-ecdsa-sha2-nistp256@openssh.com", 4);

    private static final String CERTIFICATE = "-cert-v01@openssh.com";

    private SshKeys() {}

    /** Gives {@code SHA256:…}, as {@code ssh-keygen -l} prints it. */
    public static String fingerprint(byte[] blob) {
        return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(sha256(blob));
    }

    /** Gives the name that age gives the key in files. */
    static String tag(byte[] blob) {
        return Base64.getEncoder().withoutPadding().encodeToString(Arrays.copyOf(sha256(blob), 4));
    }

    /** Gives age's short name for the key of this fingerprint. */
    public static String tagOf(String fingerprint) {
        byte[] digest = Base64.getDecoder().decode(fingerprint.substring("SHA256:".length()));
        return Base64.getEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 4));
    }

    /** Gives the recipient that a line such as {@code ssh-ed25519 AAAA… comment} names; empty if it is no such line. */
    public static Optional<Recipient.Ssh> recipient(String line) {
        String[] words = line.strip().split("\\s+");
        if (words.length < 2 || !isType(words[0])) {
            return Optional.empty();
        }
        return blob(words[1])
                .filter(blob -> typeOf(blob).equals(words[0]))
                .map(blob -> new Recipient.Ssh(tag(blob), fingerprint(blob)));
    }

    static Optional<byte[]> blob(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Says whether the word names a type of key, known here or not. */
    static boolean isType(String word) {
        return known(word) || word.matches("(ssh|ecdsa|sk-ssh|sk-ecdsa|webauthn-sk)-[A-Za-z0-9@.-]+");
    }

    static boolean known(String type) {
        return PARSED.contains(type) || KNOWN.contains(type) || isCertificate(type);
    }

    static boolean isCertificate(String type) {
        return type.endsWith(CERTIFICATE);
    }

    /** Gives the type that the key itself says; empty text if it is none. */
    static String typeOf(byte[] blob) {
        if (blob.length < 4) {
            return "";
        }
        int length = ByteBuffer.wrap(blob).getInt();
        return length < 0 || length > blob.length - 4 ? "" : new String(blob, 4, length, StandardCharsets.US_ASCII);
    }

    /** Says whether the key is whole, where its type is one whose numbers can be read. */
    static boolean sound(String type, byte[] blob) {
        Integer fields = FIELDS.get(type);
        if (fields != null) {
            return countFields(blob) == fields;
        }
        if (!PARSED.contains(type)) {
            return true;
        }
        try {
            OpenSSHPublicKeyUtil.parsePublicKey(blob);
            return true;
        } catch (RuntimeException e) { // Bouncy Castle throws all kinds at broken numbers.
            return false;
        }
    }

    /** Counts the fields of which it is made, each after its length; below zero, if one is not whole. */
    private static int countFields(byte[] blob) {
        ByteBuffer left = ByteBuffer.wrap(blob);
        int count = 0;
        while (left.remaining() >= Integer.BYTES) {
            int length = left.getInt();
            if (length < 0 || length > left.remaining()) {
                return -1;
            }
            left.position(left.position() + length);
            count++;
        }
        return left.hasRemaining() ? -1 : count;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
