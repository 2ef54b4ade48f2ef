package dev.blackstart.environment.docker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** What an image is built from; the same content always gives the same bytes. */
interface BuildContext {
    /** The Dockerfile's path in the context. */
    String dockerfile();

    /** Where a reader finds the Dockerfile. */
    String where();

    /** The Dockerfile's text. */
    String text() throws IOException;

    /** Write the context as a tar file. */
    void writeTo(OutputStream out) throws IOException;

    /** A digest of everything that decides what is built. */
    default String digest(Map<String, String> arguments) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            String rest = dockerfile() + new TreeMap<>(arguments);
            sha256.update(rest.getBytes(StandardCharsets.UTF_8));
            writeTo(new DigestOutputStream(OutputStream.nullOutputStream(), sha256));
            return HexFormat.of().formatHex(sha256.digest(), 0, 10);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
