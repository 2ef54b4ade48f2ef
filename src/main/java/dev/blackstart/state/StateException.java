package dev.blackstart.state;

/** Says that a state could not be looked at, which is not the same as being wrong. */
public final class StateException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String detail;

    public StateException(String message, String detail) {
        super(message);
        this.detail = detail;
    }

    /** What the tool said. */
    public String detail() {
        return detail;
    }
}
