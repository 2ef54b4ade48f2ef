package dev.blackstart.observe;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What was answered, kept so that it can be compared: whole if it is short.
 *
 * @param text its beginning
 * @param digest of all of it
 */
record Body(String text, String digest) {
    private static final int LONGEST = 4_000;
    private static final int BEFORE = 30;
    private static final int AFTER = 60;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");

    static Body of(String answered) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(answered.getBytes(UTF_8));
            return new Body(
                    answered.substring(0, Math.min(LONGEST, answered.length())),
                    HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Its words and numbers, in order. */
    List<String> words() {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    /** Show where another one begins to differ. */
    String difference(Body other) {
        int at = 0;
        while (at < text.length() && at < other.text.length() && text.charAt(at) == other.text.charAt(at)) {
            at++;
        }
        return "was %s and is %s".formatted(around(text, at), around(other.text, at));
    }

    private static String around(String text, int at) {
        int from = Math.max(0, at - BEFORE);
        int to = Math.min(text.length(), at + AFTER);
        return (from > 0 ? "…" : "") + text.substring(from, to).strip() + (to < text.length() ? "…" : "");
    }
}
