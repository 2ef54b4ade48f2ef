package dev.blackstart.secret;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What everybody may know of a key pair though it is a part of its private file: certificates beside a key, and the public
 * key that OpenSSH writes into it (PROTOCOL.key), or OpenPGP. It stands in every {@code authorized_keys}, and betrays nothing.
 */
final class PublicHalf {
    private static final byte[] MAGIC = "openssh-key-v1\0".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private PublicHalf() {}

    /** All of it, without blanks. */
    static String of(Secret secret) {
        Stream<String> openSsh = Pieces.privateBodies(secret).flatMap(body -> openSsh(Blank.without(body)).stream());
        Stream<String> openPgp = Pieces.openPgp(secret).flatMap(block -> OpenPgpPublicHalf.of(block).stream());
        return Stream.of(Stream.of(Pieces.published(secret)), openSsh, openPgp)
                .flatMap(texts -> texts)
                .map(Blank::without)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static Optional<String> openSsh(String body) {
        try {
            ByteBuffer key = ByteBuffer.wrap(Base64.getDecoder().decode(body));
            byte[] magic = new byte[MAGIC.length];
            key.get(magic);
            if (!java.util.Arrays.equals(magic, MAGIC)) {
                return Optional.empty();
            }
            next(key); // cipher
            next(key); // how its key is derived
            next(key); // from what
            key.getInt(); // how many keys
            byte[] known = next(key);
            // Its beginning is the same in every key, and stands in the file at another place of the alphabet.
            return Optional.of(
                    Base64.getEncoder().encodeToString(known) + "\n" + body.substring(0, Math.min(body.length(), 80)));
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            return Optional.empty(); // another format
        }
    }

    private static byte[] next(ByteBuffer key) {
        int length = key.getInt();
        if (length < 0 || length > key.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] field = new byte[length];
        key.get(field);
        return field;
    }
}
