package dev.blackstart.drift;

import dev.blackstart.artefact.ArtefactCode;
import dev.blackstart.finding.Code;
import dev.blackstart.finding.Severity;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Where artefacts can differ from their lists and rules, and from the inventory; docs/drift.md explains each one. */
public enum DriftCode implements Code {
    EXTRA_RECIPIENT(Severity.ERROR),
    MISSING_RECIPIENT(Severity.ERROR),
    KEY_EXPIRED(Severity.ERROR),
    KEY_EXPIRES_SOON(Severity.WARNING),
    KEY_REVOKED(Severity.ERROR),
    KEY_DISABLED(Severity.WARNING),
    KEY_UNUSABLE(Severity.ERROR),
    KEY_ALGORITHM_UNKNOWN(Severity.WARNING, true),
    KEY_UNKNOWN(Severity.WARNING, true),
    COUNTED_AS_ONE(Severity.WARNING),
    HIDDEN_RECIPIENT(Severity.WARNING, true),
    PASSPHRASE(Severity.WARNING, true),
    MACHINE_OPENS(Severity.NOTE, true),
    GPG_ID_MISSING(Severity.ERROR),
    GPG_ID_UNKNOWN(Severity.WARNING, true),
    GPG_ID_AMBIGUOUS(Severity.WARNING),
    RECIPIENT_COUNT(Severity.ERROR),

    SOPS_NO_RULE(Severity.NOTE),
    SOPS_RULE_EXTRA(Severity.ERROR),
    SOPS_RULE_MISSING(Severity.ERROR),
    SOPS_THRESHOLD(Severity.ERROR),
    SOPS_CLAIM(Severity.ERROR),

    AUTHORIZED_AUTHORITY(Severity.WARNING, true),
    AUTHORIZED_EXPIRED(Severity.WARNING),
    AUTHORIZED_UNDOCUMENTED(Severity.ERROR),
    AUTHORIZED_MISSING(Severity.WARNING),

    RECIPIENT_UNDOCUMENTED(Severity.ERROR),
    PERSON_CANNOT_OPEN(Severity.ERROR),
    PERSON_WITHOUT_KEY(Severity.WARNING, true),
    WIDER_THAN_DOCUMENTED(Severity.ERROR),
    SECRET_NOT_IN_STORE(Severity.ERROR),
    FILE_UNDOCUMENTED(Severity.WARNING),
    NOT_COMPARED(Severity.WARNING, true),
    NOT_ASKED(Severity.NOTE),

    PROOF_OVERDUE(Severity.ERROR),
    PROOF_STALE(Severity.ERROR),
    PROOF_OTHER_CHALLENGE(Severity.ERROR),
    PROOF_OTHER_KEY(Severity.ERROR),
    PROOF_BROKEN(Severity.ERROR),
    PROOF_FUTURE(Severity.ERROR),
    PROOF_MISSING(Severity.WARNING, true),
    PROOF_UNTOLD(Severity.WARNING, true),
    PROOF_UNDOCUMENTED(Severity.WARNING),
    PROVED_BY_TOO_FEW(Severity.WARNING);

    /** All that can be said about artefacts: their stores and keys, the files themselves, then what they are compared with. */
    static final List<Code> IN_ORDER = Stream.of(
                    EnumSet.range(EXTRA_RECIPIENT, GPG_ID_MISSING),
                    Set.of(ArtefactCode.GPG_ID_EMPTY),
                    EnumSet.range(GPG_ID_UNKNOWN, RECIPIENT_COUNT),
                    EnumSet.range(ArtefactCode.NO_OPENPGP, ArtefactCode.AUTHORIZED_LINE_BROKEN),
                    EnumSet.range(SOPS_NO_RULE, PROVED_BY_TOO_FEW))
            .<Code>flatMap(Collection::stream)
            .toList();

    private final Severity severity;
    private final boolean untold;

    DriftCode(Severity severity) {
        this(severity, false);
    }

    DriftCode(Severity severity, boolean untold) {
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
