package dev.blackstart.verification;

/** Says that something could not be looked at, which is not the same as being wrong. */
public final class VerificationException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String detail;

    VerificationException(String message, String detail) {
        super(message);
        this.detail = detail;
    }

    /** What the tool said. */
    public String detail() {
        return detail;
    }
}
