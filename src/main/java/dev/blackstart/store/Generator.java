package dev.blackstart.store;

import java.util.Locale;

/**
 * How a value is made.
 *
 * @param prefix put before the value, such as {@code sk_test_}
 * @param bytes of randomness; ignored by keys
 */
public record Generator(Kind kind, String prefix, int bytes) {
    /** Kinds of values. */
    public enum Kind {
        PASSPHRASE,
        PASSWORD,
        HEX,
        BASE64,
        SSH_ED25519,
        TLS_SELF_SIGNED;

        /** As {@code make-value.sh} calls it. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
