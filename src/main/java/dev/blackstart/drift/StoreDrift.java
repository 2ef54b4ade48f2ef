package dev.blackstart.drift;

import dev.blackstart.artefact.ArtefactCode;
import dev.blackstart.artefact.EncryptedFile;
import dev.blackstart.artefact.PasswordStore;
import dev.blackstart.artefact.RecipientList;
import dev.blackstart.artefact.StoreFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A password-store against its own lists of recipients. */
final class StoreDrift {
    private final Holders holders;
    private final KeyDrift keys;
    private final EntryDrift entries;
    private final Intentions intentions;
    private final Disputes disputes;
    private final Findings findings;
    private final Map<RecipientList, Listed> lists = new HashMap<>();

    StoreDrift(
            Holders holders,
            KeyDrift keys,
            EntryDrift entries,
            Intentions intentions,
            Disputes disputes,
            Findings findings) {
        this.holders = holders;
        this.keys = keys;
        this.entries = entries;
        this.intentions = intentions;
        this.disputes = disputes;
        this.findings = findings;
    }

    void compare(PasswordStore store) {
        findings.addAll(store.faults());
        store.lists().forEach(list -> listed(list, store.top()));
        for (StoreFile stored : store.files()) {
            EncryptedFile file = stored.file();
            findings.addAll(file.faults());
            new RecipientChecks(findings).check(file, stored.anew().encryptAlone());
            stored.list()
                    .map(list -> listed(list, store.top()))
                    .ifPresentOrElse(listed -> compare(stored, listed), () -> keys.recipients(file));
        }
        new UnlistedDrift(store, holders, findings).check();
    }

    private void compare(StoreFile stored, Listed listed) {
        keys.recipients(stored.file(), listed.encrypt());
        intentions.list(stored.file(), listed.list(), listed.expected());
        if (legible(stored.file()) && !listed.expected().isEmpty()) {
            new ListDrift(holders, disputes, findings, listed).compare(stored);
        }
    }

    /** What cannot be read to its end may have recipients that were not seen. */
    private static boolean legible(EncryptedFile file) {
        return file.faults().stream().allMatch(fault -> fault.code() == ArtefactCode.UNKNOWN_ALGORITHM);
    }

    private Listed listed(RecipientList list, Path top) {
        return lists.computeIfAbsent(list, absent -> entries.check(list, top));
    }
}
