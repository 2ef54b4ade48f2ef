package dev.blackstart.state;

import dev.blackstart.state.Fingerprint.Content;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** Keeps a value as far as it is shown: of a long one its digest, and of what its name calls a secret nothing that is. */
final class KeptValue {
    private static final int LONGEST = 100;
    private static final Pattern SECRET =
            Pattern.compile("passw|passphrase|secret|token|credential|private|api.?key", Pattern.CASE_INSENSITIVE);

    private static final String SHOWN = "shown ";
    private static final String HIDDEN = "hidden ";

    private KeptValue() {}

    static Content of(String name, String value) {
        if (SECRET.matcher(name).find()) {
            return new Content(0, HIDDEN + digest(value));
        }
        return new Content(
                0,
                SHOWN
                        + (value.length() > LONGEST
                                ? "a text of %,d characters (SHA-256 %s)".formatted(value.length(), digest(value))
                                : value));
    }

    static Optional<String> between(Content before, Content after) {
        if (before.equals(after)) {
            return Optional.empty();
        }
        return Optional.of(
                after.content().startsWith(HIDDEN)
                        ? "is another one"
                        : "was %s, is %s".formatted(shown(before), shown(after)));
    }

    private static String shown(Content content) {
        return ShownValue.of(content.content().substring(SHOWN.length()));
    }

    private static String digest(String value) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
