package dev.blackstart.state;

/** Says that a damage could not be done, or was not seen to be done: nothing was drilled. */
public final class DamageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param detail what the tool said, or what was seen */
    DamageException(String message, String detail) {
        super(message + ": " + detail);
    }
}
