package dev.blackstart.journal;

/** Says that the journal cannot be written (any more): nothing that happens from then on could be proved. */
public final class JournalException extends RuntimeException {
    private static final long serialVersionUID = 1;

    JournalException(String message, Throwable cause) {
        super(message, cause);
    }
}
