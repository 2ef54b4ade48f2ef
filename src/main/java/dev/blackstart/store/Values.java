package dev.blackstart.store;

import dev.blackstart.secret.Secret;
import java.util.Arrays;

/** Makes secrets of what was found. */
final class Values {
    private Values() {}

    /**
     * A value loses the blanks and the line end that editors put behind it; a name that reports cannot show loses what they
     * cannot show of it.
     */
    static Secret secret(String name, byte[] value) {
        int end = value.length;
        while (end > 0 && value[end - 1] >= 0 && Character.isWhitespace(value[end - 1])) {
            end--;
        }
        String shown = name.replaceAll("[^A-Za-z0-9._/@+-]", "-");
        return Secret.of(shown.matches("[A-Za-z0-9].*") ? shown : "secret" + shown, Arrays.copyOf(value, end));
    }
}
