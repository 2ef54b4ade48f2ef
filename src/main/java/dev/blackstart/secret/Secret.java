package dev.blackstart.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Carries a secret's value so that nothing shows it by accident: only {@link #reveal()} and {@link #revealBytes()} do. */
public final class Secret {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/@+-]*");

    private final String name;
    private final byte[] content;

    private Secret(String name, byte[] content) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a secret's name: " + name);
        }
        this.name = name;
        this.content = content;
    }

    /** Take a text, stored as UTF-8. */
    public static Secret of(String name, CharSequence value) {
        return new Secret(name, value.toString().getBytes(UTF_8));
    }

    /** Take any bytes; they are copied. */
    public static Secret of(String name, byte[] value) {
        return new Secret(name, value.clone());
    }

    /** The documented name, which is no secret. */
    public String name() {
        return name;
    }

    /** Give the value away as text; the caller answers for where it goes. */
    public String reveal() {
        return new String(content, UTF_8);
    }

    /** Give a copy of the value away; the caller answers for where it goes. */
    public byte[] revealBytes() {
        return content.clone();
    }

    /** Tell whether the candidate is exactly the value, in a time that does not depend on where they differ. */
    public boolean matches(CharSequence candidate) {
        return MessageDigest.isEqual(candidate.toString().getBytes(UTF_8), content);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret secret
                && name.equals(secret.name)
                && MessageDigest.isEqual(content, secret.content);
    }

    /** Hash the name only: a hash of the value would be a way to guess it. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return "Secret[" + name + "]";
    }
}
