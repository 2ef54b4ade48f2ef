package dev.blackstart.drift;

import dev.blackstart.artefact.EncryptedFile;
import dev.blackstart.artefact.EncryptedFile.Format;
import dev.blackstart.artefact.Recipient;
import dev.blackstart.artefact.RecipientList;
import dev.blackstart.artefact.Slot;
import dev.blackstart.artefact.StoreFile;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * One file against the list that is for it. What cannot be told accuses nobody: a recipient whom nothing known here
 * names may be somebody of the list whose entry or whose newest subkey is not known here.
 */
final class ListDrift {
    private final Holders holders;
    private final Disputes disputes;
    private final Findings findings;
    private final RecipientList list;
    private final List<Expected> expected;
    private final String first;

    ListDrift(Holders holders, Disputes disputes, Findings findings, Listed listed) {
        this.holders = holders;
        this.disputes = disputes;
        this.findings = findings;
        this.list = listed.list();
        this.expected = listed.expected();
        this.first = listed.first();
    }

    void compare(StoreFile stored) {
        EncryptedFile file = stored.file();
        List<Recipient> real =
                file.slots().stream().map(Slot::recipient).distinct().toList();
        List<Expected> missing = expected.stream()
                .filter(Expected::resolved)
                .filter(one -> real.stream().noneMatch(one::matches))
                .toList();
        String disputed = missing.stream()
                .filter(one -> disputes.missing(stored, list, one).isPresent())
                .map(Expected::shown)
                .collect(Collectors.joining(", "));
        String encrypt = (disputed.isEmpty() ? "" : "First settle what is found here about %s. ".formatted(disputed))
                + first
                + "Encrypt anew to whom the list names, as somebody who opens the files: `%s`."
                        .formatted(stored.anew().encrypt().orElse(""));
        boolean resolved = expected.stream()
                .allMatch(one -> one.resolved() || one.isAge() || real.stream().anyMatch(one::matches));
        if (resolved) {
            real.stream()
                    .filter(recipient -> expected.stream().noneMatch(one -> one.matches(recipient)))
                    .filter(recipient -> missing.isEmpty() || !holders.stranger(recipient))
                    .forEach(recipient -> extra(stored, recipient, encrypt));
        }
        if (file.format() == Format.AGE) {
            count(file, encrypt);
            missing(stored, missing, 0, encrypt);
        } else {
            missing(
                    stored,
                    missing,
                    count(file, one -> one instanceof Recipient.Hidden || holders.stranger(one)),
                    encrypt);
        }
    }

    private static int count(EncryptedFile file, Predicate<Recipient> which) {
        return (int) file.slots().stream().map(Slot::recipient).filter(which).count();
    }

    private void extra(StoreFile stored, Recipient recipient, String encrypt) {
        EncryptedFile file = stored.file();
        holders.holder(recipient)
                .filter(name -> expected.stream().noneMatch(one -> holder(one).equals(name)))
                .ifPresent(name -> findings.strays().opens(file, name));
        holders.holderAndKey(recipient)
                .ifPresent(name -> findings.add(
                        DriftCode.EXTRA_RECIPIENT,
                        file.place(),
                        "still encrypted to %s, whom %s does not name".formatted(name, list.file()),
                        disputes.extra(stored, recipient)
                                .orElse(encrypt + " Then change the secret: whoever could open it may have kept it.")));
    }

    /** @param untold how many recipients may be one of those who seem to be missing */
    private void missing(StoreFile stored, List<Expected> missing, int untold, String encrypt) {
        EncryptedFile file = stored.file();
        if (untold == 0) {
            missing.stream()
                    .map(this::holder)
                    .filter(name -> file.slots().stream()
                            .noneMatch(slot -> holders.holder(slot.recipient()).equals(Optional.of(name))))
                    .forEach(name -> findings.strays().lacks(file, name));
            missing.forEach(one -> missing(
                    file,
                    "%s cannot open the file, although %s names them"
                            .formatted(one.shown(), one.entry().place().fileAndLine()),
                    disputes.missing(stored, list, one).orElse(encrypt)));
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
                                                    .toList())),
                    encrypt);
        }
    }

    private String holder(Expected one) {
        Optional<Recipient> key =
                one.keys().stream().findFirst().map(found -> new Recipient.OpenPgp(found.fingerprint(), ""));
        return key.or(one::ssh).flatMap(holders::holder).orElseGet(one::shown);
    }

    private void missing(EncryptedFile file, String message, String hint) {
        findings.add(DriftCode.MISSING_RECIPIENT, file.place(), message, hint);
    }

    /** The recipients of age are mostly hidden, but their number is not. */
    private void count(EncryptedFile file, String encrypt) {
        int hidden = count(file, Recipient.Hidden.class::isInstance);
        long wanted = expected.stream().filter(Expected::isAge).count();
        if (wanted != hidden) {
            findings.add(
                    DriftCode.RECIPIENT_COUNT,
                    file.place(),
                    "encrypted to %d age keys that it does not name, while %s names %d"
                            .formatted(hidden, list.file(), wanted),
                    encrypt);
        }
    }
}
