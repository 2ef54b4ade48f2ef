package dev.blackstart.environment;

/** Says that the engine refused, or is gone: nothing can be told about the drill. */
public final class EngineException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String hint;

    public EngineException(String message, String hint) {
        super(message);
        this.hint = hint;
    }

    public EngineException(String message, String hint, Throwable cause) {
        super(message, cause);
        this.hint = hint;
    }

    /** What a user does about it. */
    public String hint() {
        return hint;
    }
}
