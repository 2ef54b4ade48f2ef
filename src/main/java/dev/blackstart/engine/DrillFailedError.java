package dev.blackstart.engine;

/** Says that a drill failed, with its findings. */
public final class DrillFailedError extends AssertionError {
    private static final long serialVersionUID = 1;

    DrillFailedError(String message) {
        super(message);
    }
}
