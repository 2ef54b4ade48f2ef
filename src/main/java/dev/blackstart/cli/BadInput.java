package dev.blackstart.cli;

/** What the user asked for cannot be, in words, with what to do instead. */
final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String hint;

    BadInput(String message, String hint) {
        super(message);
        this.hint = hint;
    }

    String hint() {
        return hint;
    }
}
