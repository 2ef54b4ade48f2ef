package dev.blackstart.drift;

import dev.blackstart.artefact.EncryptedFile;
import dev.blackstart.artefact.EncryptedFile.Format;
import dev.blackstart.artefact.Recipient;
import dev.blackstart.artefact.Slot;
import java.util.List;
import java.util.Optional;

/** Ways to open a file that no person's key stands for. */
final class RecipientChecks {
    private final Findings findings;

    RecipientChecks(Findings findings) {
        this.findings = findings;
    }

    void check(EncryptedFile file) {
        check(file, Optional.empty());
    }

    /** @param alone the command that encrypts the file to whom its list names, and to nothing else */
    void check(EncryptedFile file, Optional<String> alone) {
        String encrypt =
                "encrypt the file anew" + alone.map(": `%s`"::formatted).orElse(" to keys only");
        List<Slot> hidden = file.slots().stream()
                .filter(slot -> slot.recipient() instanceof Recipient.Hidden)
                .toList();
        if (!hidden.isEmpty()) {
            String hint = file.format() == Format.AGE
                    ? "age names SSH keys only: put those of the same people into the list, and %s. Else compare their number."
                            .formatted(encrypt)
                    : "Take throw-keyids and hidden-encrypt-to out of gpg.conf, and %s.".formatted(encrypt);
            findings.add(
                    DriftCode.HIDDEN_RECIPIENT,
                    file.place(),
                    "opens to %d %s that the file does not name"
                            .formatted(hidden.size(), hidden.size() == 1 ? "key" : "keys"),
                    hint);
        }
        for (Slot slot : file.slots()) {
            if (slot.recipient() instanceof Recipient.Passphrase) {
                findings.add(
                        DriftCode.PASSPHRASE,
                        slot.place(),
                        "opens to whoever knows a passphrase",
                        "Nobody can tell who that is: %s.".formatted(encrypt));
            } else if (slot.recipient() instanceof Recipient.Machine machine) {
                findings.add(
                        DriftCode.MACHINE_OPENS,
                        slot.place(),
                        "a machine or service opens the file: %s %s".formatted(machine.service(), machine.name()),
                        "Whoever may ask it can open the file, too: see who that is. Numbers that depend on it are bounds.");
            }
        }
    }
}
