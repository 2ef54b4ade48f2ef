package dev.blackstart.artefact;

import dev.blackstart.finding.Code;
import dev.blackstart.finding.Severity;

/** What can be wrong with an artefact itself, so that it cannot be read or relied on; docs/drift.md explains each one. */
public enum ArtefactCode implements Code {
    GPG_ID_EMPTY(Severity.ERROR),
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
    AUTHORIZED_LINE_BROKEN(Severity.WARNING, true);

    private final Severity severity;
    private final boolean untold;

    ArtefactCode(Severity severity) {
        this(severity, false);
    }

    ArtefactCode(Severity severity, boolean untold) {
        this.severity = severity;
        this.untold = untold;
    }

    @Override
    public Severity severity() {
        return severity;
    }

    @Override
    public boolean untold() {
        return untold;
    }
}
