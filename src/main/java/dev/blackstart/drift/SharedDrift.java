package dev.blackstart.drift;

import dev.blackstart.artefact.EncryptedFile;
import dev.blackstart.artefact.PublicKey;
import dev.blackstart.artefact.Recipient;
import dev.blackstart.finding.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keys that were counted as one person's, although no document says so. */
final class SharedDrift {
    private final Holders holders;
    private final Findings findings;

    SharedDrift(Holders holders, Findings findings) {
        this.holders = holders;
        this.findings = findings;
    }

    void check(List<EncryptedFile> files) {
        Map<String, Place> uses = new LinkedHashMap<>();
        files.stream().flatMap(file -> file.slots().stream()).forEach(slot -> {
            if (slot.recipient() instanceof Recipient.OpenPgp key) {
                holders.keys(key).forEach(found -> uses.putIfAbsent(found.fingerprint(), slot.place()));
            }
        });
        for (List<PublicKey> group : holders.shared().several()) {
            List<PublicKey> used = group.stream()
                    .filter(key -> uses.containsKey(key.fingerprint()))
                    .toList();
            if (used.size() > 1) {
                asOne(used, uses);
            }
        }
    }

    private void asOne(List<PublicKey> keys, Map<String, Place> uses) {
        List<String> fingerprints =
                keys.stream().map(PublicKey::fingerprint).sorted().toList();
        findings.add(
                DriftCode.COUNTED_AS_ONE,
                uses.entrySet().stream()
                        .filter(use -> fingerprints.contains(use.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElseThrow(),
                "%d keys have %s and count as one person: %s"
                        .formatted(
                                keys.size(),
                                String.join(" or ", SharedNames.shared(keys)),
                                String.join(", ", fingerprints)),
                "Name an inventory, too, that says whose they are: `people: { NAME: { keys: [%s] } }`."
                        .formatted(String.join(", ", fingerprints)));
    }
}
