package dev.blackstart.drift;

import dev.blackstart.artefact.ArtefactCode;
import dev.blackstart.artefact.EncryptedFile;
import dev.blackstart.artefact.EncryptedFile.Format;
import dev.blackstart.artefact.PasswordStore;
import dev.blackstart.artefact.RecipientList;
import dev.blackstart.artefact.StoreFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A password-store against its own lists of recipients. */
final class StoreDrift {
    private final Holders holders;
    private final KeyDrift keys;
    private final EntryDrift entries;
    private final Intentions intentions;
    private final Findings findings;
    private final Map<RecipientList, List<Expected>> expected = new HashMap<>();
    private final Set<Path> unlisted = new HashSet<>();

    StoreDrift(Holders holders, KeyDrift keys, EntryDrift entries, Intentions intentions, Findings findings) {
        this.holders = holders;
        this.keys = keys;
        this.entries = entries;
        this.intentions = intentions;
        this.findings = findings;
    }

    void compare(PasswordStore store) {
        findings.addAll(store.faults());
        store.lists().forEach(this::expected);
        for (StoreFile file : store.files()) {
            findings.addAll(file.file().faults());
            new RecipientChecks(findings).check(file.file());
            keys.recipients(file.file());
            Optional<RecipientList> list = file.list();
            list.ifPresent(one -> intentions.list(file.file(), one, expected(one)));
            if (list.isEmpty() && file.file().format() != Format.GIT_CRYPT) {
                unlisted(file.file());
            } else if (list.isPresent()
                    && legible(file.file())
                    && !list.get().entries().isEmpty()) {
                new ListDrift(holders, findings, list.get(), expected(list.get())).compare(file.file());
            }
        }
    }

    /** What cannot be read to its end may have recipients that were not seen. */
    private static boolean legible(EncryptedFile file) {
        return file.faults().stream().allMatch(fault -> fault.code() == ArtefactCode.UNKNOWN_ALGORITHM);
    }

    private List<Expected> expected(RecipientList list) {
        return expected.computeIfAbsent(list, entries::check);
    }

    private void unlisted(EncryptedFile file) {
        Path directory = file.path().resolveSibling("");
        if (unlisted.add(directory)) {
            findings.add(
                    DriftCode.GPG_ID_MISSING,
                    file.place(),
                    "no %s applies here: nothing says who should open the files of this directory"
                            .formatted(file.format() == Format.AGE ? ".age-recipients" : ".gpg-id"),
                    "Name the recipients: `pass init NAME...`.");
        }
    }
}
