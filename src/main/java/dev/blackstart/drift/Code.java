package dev.blackstart.drift;

import dev.blackstart.artefact.Fault;
import java.util.Locale;

/** Everything that can be found; docs/drift.md explains each one. */
public enum Code {
    EXTRA_RECIPIENT(Severity.ERROR),
    MISSING_RECIPIENT(Severity.ERROR),
    KEY_EXPIRED(Severity.ERROR),
    KEY_EXPIRES_SOON(Severity.WARNING),
    KEY_REVOKED(Severity.ERROR),
    KEY_DISABLED(Severity.WARNING),
    KEY_UNUSABLE(Severity.ERROR),
    KEY_ALGORITHM_UNKNOWN(Severity.WARNING, true),
    KEY_UNKNOWN(Severity.WARNING, true),
    HIDDEN_RECIPIENT(Severity.WARNING, true),
    PASSPHRASE(Severity.WARNING, true),
    MACHINE_OPENS(Severity.NOTE),
    GPG_ID_MISSING(Severity.ERROR),
    GPG_ID_EMPTY(Severity.ERROR),
    GPG_ID_UNKNOWN(Severity.WARNING, true),
    GPG_ID_AMBIGUOUS(Severity.WARNING),
    RECIPIENT_COUNT(Severity.ERROR),

    NO_OPENPGP(Severity.ERROR, true),
    NO_AGE(Severity.ERROR, true),
    NOT_ENCRYPTED(Severity.ERROR),
    PLAINTEXT_FILE(Severity.WARNING),
    EMPTY_FILE(Severity.ERROR, true),
    TRUNCATED(Severity.ERROR, true),
    UNREADABLE(Severity.ERROR, true),
    UNKNOWN_ALGORITHM(Severity.WARNING, true),
    LINK_OUT(Severity.ERROR, true),
    LINK_LOOP(Severity.ERROR, true),
    LINK_DANGLING(Severity.ERROR, true),
    NOTHING_FOUND(Severity.WARNING, true),
    KEY_FILE_BROKEN(Severity.WARNING, true),
    KEY_PRIVATE(Severity.ERROR),
    KEYRING_UNREAD(Severity.WARNING, true),

    SOPS_BROKEN(Severity.ERROR, true),
    SOPS_RULES_BROKEN(Severity.ERROR, true),
    SOPS_PLAINTEXT(Severity.ERROR),
    SOPS_NO_RULE(Severity.NOTE),
    SOPS_RULE_EXTRA(Severity.ERROR),
    SOPS_RULE_MISSING(Severity.ERROR),
    SOPS_THRESHOLD(Severity.ERROR),
    SOPS_CLAIM(Severity.ERROR),

    AUTHORIZED_LINE_BROKEN(Severity.WARNING, true),
    AUTHORIZED_AUTHORITY(Severity.WARNING, true),
    AUTHORIZED_UNDOCUMENTED(Severity.ERROR),
    AUTHORIZED_MISSING(Severity.WARNING),

    RECIPIENT_UNDOCUMENTED(Severity.ERROR),
    PERSON_CANNOT_OPEN(Severity.ERROR),
    PERSON_WITHOUT_KEY(Severity.WARNING, true),
    WIDER_THAN_DOCUMENTED(Severity.ERROR),
    SECRET_NOT_IN_STORE(Severity.ERROR),
    FILE_UNDOCUMENTED(Severity.WARNING),
    NOT_COMPARED(Severity.WARNING, true);

    private final Severity severity;
    private final boolean untold;

    Code(Severity severity) {
        this(severity, false);
    }

    Code(Severity severity, boolean untold) {
        this.severity = severity;
        this.untold = untold;
    }

    /** How bad it is. */
    public enum Severity {
        NOTE,
        WARNING,
        ERROR
    }

    public Severity severity() {
        return severity;
    }

    /** Says whether, where this was found, the answer about access is not complete. */
    public boolean untold() {
        return untold;
    }

    /** Spells the code as reports and docs do: {@code extra-recipient}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Code of(Fault.Kind kind) {
        return valueOf(kind.name());
    }
}
