package dev.blackstart.backup;

/** Says that backups could not be taken away or damaged: what follows would prove nothing. */
public final class BackupException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BackupException(String message) {
        super(message);
    }
}
