package dev.blackstart.proof;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What only the holder of a key can read, and hands in. It is one line that begins with a word of ours, and the command
 * lets nothing else through: whoever puts a secret into a challenge's place gets nobody to hand it in.
 *
 * @param part what it is encrypted to
 * @param nonce 64 digits of hex
 */
record ProofLine(Instant asked, String part, String nonce, String person) {
    static final String WORD = "blackstart-proof";
    static final String ONLY = "grep '^" + WORD + "'";

    private static final Pattern LINE = Pattern.compile(WORD + " (\\S+) (\\S+) ([0-9a-f]{64}) (\\S.*)");

    /** Reads the first such line of an answer; empty if there is none that is whole. */
    static Optional<ProofLine> read(String answer) {
        return line(answer).map(LINE::matcher).filter(Matcher::matches).flatMap(found -> {
            try {
                return Optional.of(
                        new ProofLine(Instant.parse(found.group(1)), found.group(2), found.group(3), found.group(4)));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        });
    }

    /** Gives the line that begins with the word, whole or not. */
    static Optional<String> line(String answer) {
        return answer.lines()
                .map(String::strip)
                .filter(line -> line.startsWith(WORD))
                .findFirst();
    }

    /** Gives what a challenge may say of the line without giving it away. */
    String sum() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    String text() {
        return "%s %s %s %s %s".formatted(WORD, asked, part, nonce, person);
    }
}
