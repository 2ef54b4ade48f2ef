package dev.blackstart.drift;

import dev.blackstart.artefact.ArtefactCode;
import dev.blackstart.artefact.EncryptedFile;
import dev.blackstart.artefact.EncryptedFile.Format;
import dev.blackstart.artefact.Keyring;
import dev.blackstart.artefact.PasswordStore;
import dev.blackstart.artefact.Recipient;
import dev.blackstart.artefact.RecipientList;
import dev.blackstart.artefact.Slot;
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
    private final Keyring keyring;
    private final Holders holders;
    private final KeyDrift keys;
    private final Findings findings;
    private final Map<RecipientList, List<Expected>> expected = new HashMap<>();
    private final Set<Path> unlisted = new HashSet<>();

    StoreDrift(Keyring keyring, Holders holders, KeyDrift keys, Findings findings) {
        this.keyring = keyring;
        this.holders = holders;
        this.keys = keys;
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
            if (list.isEmpty()) {
                unlisted(file.file());
            } else if (legible(file.file()) && !list.get().entries().isEmpty()) {
                compare(file.file(), expected(list.get()), list.get());
            }
        }
    }

    /** What cannot be read to its end may have recipients that were not seen. */
    private static boolean legible(EncryptedFile file) {
        return file.faults().stream().allMatch(fault -> fault.code() == ArtefactCode.UNKNOWN_ALGORITHM);
    }

    private List<Expected> expected(RecipientList list) {
        return expected.computeIfAbsent(list, absent -> {
            List<Expected> all = list.entries().stream()
                    .map(entry -> Expected.of(entry, keyring))
                    .toList();
            all.forEach(keys::expected);
            return all;
        });
    }

    private void compare(EncryptedFile file, List<Expected> expected, RecipientList list) {
        List<Recipient> real =
                file.slots().stream().map(Slot::recipient).distinct().toList();
        long hidden = file.slots().stream()
                .filter(slot -> slot.recipient() instanceof Recipient.Hidden)
                .count();
        boolean allResolved = expected.stream().allMatch(one -> one.resolved() || one.isAge());
        for (Recipient recipient : real) {
            boolean wanted = expected.stream().anyMatch(one -> one.matches(recipient));
            if (!wanted && (allResolved || known(recipient))) {
                extra(file, recipient, list);
            }
        }
        List<Expected> missing = expected.stream()
                .filter(Expected::resolved)
                .filter(one -> real.stream().noneMatch(one::matches))
                .toList();
        if (file.format() == Format.AGE) {
            count(file, expected, hidden, list);
            missing.forEach(one -> missing(file, one));
        } else if (missing.size() > hidden) { // the hidden ones may be the missing ones
            missing.forEach(one -> missing(file, one));
        }
    }

    private boolean known(Recipient recipient) {
        return !(recipient instanceof Recipient.OpenPgp key)
                || !holders.keys(key).isEmpty();
    }

    private void extra(EncryptedFile file, Recipient recipient, RecipientList list) {
        holders.holder(recipient)
                .ifPresent(name -> findings.add(
                        DriftCode.EXTRA_RECIPIENT,
                        file.place(),
                        "still encrypted to %s, whom %s does not name".formatted(name, list.file()),
                        "Encrypt the files anew (`pass init` with the right names), and change the secret: "
                                + "whoever could open it may have kept it."));
    }

    private void missing(EncryptedFile file, Expected one) {
        findings.add(
                DriftCode.MISSING_RECIPIENT,
                file.place(),
                "%s cannot open the file, although %s names them"
                        .formatted(one.shown(), one.entry().place().fileAndLine()),
                "Encrypt the files anew: `pass init` with the names of the .gpg-id, by somebody who can open them.");
    }

    /** The recipients of age are mostly hidden, but their number is not. */
    private void count(EncryptedFile file, List<Expected> expected, long hidden, RecipientList list) {
        long wanted = expected.stream().filter(Expected::isAge).count();
        if (wanted != hidden) {
            findings.add(
                    DriftCode.RECIPIENT_COUNT,
                    file.place(),
                    "encrypted to %d age keys that it does not name, while %s names %d"
                            .formatted(hidden, list.file(), wanted),
                    "Encrypt the file anew to everybody whom the list names.");
        }
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
