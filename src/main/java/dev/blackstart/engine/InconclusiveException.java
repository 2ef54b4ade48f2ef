package dev.blackstart.engine;

/** Says that a drill could not tell; to the platform that is an error, never a skipped test. */
public final class InconclusiveException extends RuntimeException {
    private static final long serialVersionUID = 1;

    InconclusiveException(String message) {
        super(message);
    }
}
