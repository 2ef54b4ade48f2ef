package dev.blackstart.drift;

import dev.blackstart.artefact.EncryptedFile;
import dev.blackstart.artefact.PublicKey;
import dev.blackstart.artefact.Recipient;
import dev.blackstart.artefact.Slot;
import dev.blackstart.finding.Place;
import java.util.List;
import java.util.stream.Stream;

/** Keys that were counted as one person's, although no document says so. */
final class SharedDrift {
    private final Holders holders;
    private final Findings findings;

    SharedDrift(Holders holders, Findings findings) {
        this.holders = holders;
        this.findings = findings;
    }

    void check(List<EncryptedFile> files) {
        for (List<PublicKey> group : holders.shared().several()) {
            List<String> fingerprints =
                    group.stream().map(PublicKey::fingerprint).sorted().toList();
            findings.add(
                    DriftCode.COUNTED_AS_ONE,
                    files.stream()
                            .flatMap(file -> first(file, fingerprints))
                            .findFirst()
                            .orElseThrow(),
                    "%d keys have %s and count as one person: %s"
                            .formatted(
                                    group.size(),
                                    String.join(" or ", SharedNames.shared(group)),
                                    String.join(", ", fingerprints)),
                    "Name an inventory, too, that says whose they are: `people: { NAME: { keys: [%s] } }`."
                            .formatted(fingerprints.get(0)));
        }
    }

    private Stream<Place> first(EncryptedFile file, List<String> fingerprints) {
        return file.slots().stream()
                .filter(slot -> slot.recipient() instanceof Recipient.OpenPgp key
                        && holders.keys(key).stream().anyMatch(found -> fingerprints.contains(found.fingerprint())))
                .map(Slot::place)
                .limit(1);
    }
}
