package dev.blackstart.drift;

import dev.blackstart.artefact.EncryptedFile;
import dev.blackstart.artefact.EncryptedFile.Format;
import dev.blackstart.artefact.Recipient;
import dev.blackstart.artefact.RecipientList;
import dev.blackstart.artefact.Slot;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One file against the list that is for it. What cannot be told accuses nobody: a recipient whom nothing known here
 * names may be somebody of the list whose entry or whose newest subkey is not known here.
 */
final class ListDrift {
    private final Holders holders;
    private final Findings findings;
    private final RecipientList list;
    private final List<Expected> expected;

    ListDrift(Holders holders, Findings findings, RecipientList list, List<Expected> expected) {
        this.holders = holders;
        this.findings = findings;
        this.list = list;
        this.expected = expected;
    }

    void compare(EncryptedFile file) {
        List<Recipient> real =
                file.slots().stream().map(Slot::recipient).distinct().toList();
        List<Expected> missing = expected.stream()
                .filter(Expected::resolved)
                .filter(one -> real.stream().noneMatch(one::matches))
                .toList();
        boolean resolved = expected.stream()
                .allMatch(one -> one.resolved() || one.isAge() || real.stream().anyMatch(one::matches));
        if (resolved) {
            real.stream()
                    .filter(recipient -> expected.stream().noneMatch(one -> one.matches(recipient)))
                    .filter(recipient -> missing.isEmpty() || !holders.stranger(recipient))
                    .forEach(recipient -> extra(file, recipient));
        }
        if (file.format() == Format.AGE) {
            count(file);
            missing(file, missing, 0);
        } else {
            missing(file, missing, count(file, one -> one instanceof Recipient.Hidden || holders.stranger(one)));
        }
    }

    private static int count(EncryptedFile file, Predicate<Recipient> which) {
        return (int) file.slots().stream().map(Slot::recipient).filter(which).count();
    }

    private void extra(EncryptedFile file, Recipient recipient) {
        holders.holder(recipient).ifPresent(name -> findings.strays().opens(file, name));
        holders.holderAndKey(recipient)
                .ifPresent(name -> findings.add(
                        DriftCode.EXTRA_RECIPIENT,
                        file.place(),
                        "still encrypted to %s, whom %s does not name".formatted(name, list.file()),
                        "Encrypt the files anew (`pass init` with the right names), and change the secret: "
                                + "whoever could open it may have kept it."));
    }

    /** @param untold how many recipients may be one of those who seem to be missing */
    private void missing(EncryptedFile file, List<Expected> missing, int untold) {
        if (untold == 0) {
            missing.forEach(one -> findings.strays().lacks(file, holder(one)));
            missing.forEach(one -> missing(
                    file,
                    "%s cannot open the file, although %s names them"
                            .formatted(one.shown(), one.entry().place().fileAndLine())));
        } else if (missing.size() > untold) {
            missing(
                    file,
                    "at least %d of these cannot open the file, although %s names them: %s"
                            .formatted(
                                    missing.size() - untold,
                                    list.file(),
                                    String.join(
                                            ", ",
                                            missing.stream()
                                                    .map(Expected::shown)
                                                    .toList())));
        }
    }

    private String holder(Expected one) {
        Optional<Recipient> key =
                one.keys().stream().findFirst().map(found -> new Recipient.OpenPgp(found.fingerprint(), ""));
        return key.or(one::ssh).flatMap(holders::holder).orElseGet(one::shown);
    }

    private void missing(EncryptedFile file, String message) {
        findings.add(
                DriftCode.MISSING_RECIPIENT,
                file.place(),
                message,
                "Encrypt the files anew: `pass init` with the names of the .gpg-id, by somebody who can open them.");
    }

    /** The recipients of age are mostly hidden, but their number is not. */
    private void count(EncryptedFile file) {
        int hidden = count(file, Recipient.Hidden.class::isInstance);
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
}
