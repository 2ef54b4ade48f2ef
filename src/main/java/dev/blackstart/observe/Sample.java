package dev.blackstart.observe;

/**
 * What a probe was told.
 *
 * @param up the service works, as far as this probe asks
 * @param answered the service spoke, rightly or wrongly; false: it was silent, refused or hung up
 * @param detail for readers, such as {@code 503 instead of 200}
 */
public record Sample(boolean up, boolean answered, String detail) {
    /** The answer that was expected. */
    public static Sample up(String detail) {
        return new Sample(true, true, detail);
    }

    /** Another answer. */
    public static Sample wrong(String detail) {
        return new Sample(false, true, detail);
    }

    /** No answer. */
    public static Sample silent(String why) {
        return new Sample(false, false, why);
    }
}
