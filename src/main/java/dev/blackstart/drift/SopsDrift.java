package dev.blackstart.drift;

import dev.blackstart.artefact.CreationRule;
import dev.blackstart.artefact.EncryptedFile;
import dev.blackstart.artefact.PublicKey;
import dev.blackstart.artefact.Recipient;
import dev.blackstart.artefact.Slot;
import dev.blackstart.artefact.SopsFile;
import dev.blackstart.artefact.SopsTree;
import java.util.List;

/** Files of sops, and whether they can be opened at all. */
final class SopsDrift {
    private final Holders holders;
    private final KeyDrift keys;
    private final Intentions intentions;
    private final Findings findings;
    private final SopsRuleDrift rules;

    SopsDrift(Holders holders, KeyDrift keys, Intentions intentions, Findings findings) {
        this.holders = holders;
        this.keys = keys;
        this.intentions = intentions;
        this.findings = findings;
        this.rules = new SopsRuleDrift(holders, keys, findings);
    }

    void compare(SopsTree tree) {
        findings.addAll(tree.faults());
        for (SopsFile sops : tree.files()) {
            EncryptedFile file = sops.file();
            findings.addAll(file.faults());
            new RecipientChecks(findings).check(file);
            keys.recipients(file);
            file.slots().forEach(this::claim);
            reachable(file);
            sops.rule().filter(CreationRule::understood).ifPresent(rule -> {
                intentions.rule(file, rule);
                rules.compare(sops, rule);
            });
            if (sops.rules().isPresent() && sops.rule().isEmpty()) {
                findings.add(
                        DriftCode.SOPS_NO_RULE,
                        file.place(),
                        "no rule of .sops.yaml is for this file",
                        "Add one to %s that names those who should open it: `sops updatekeys` goes by it."
                                .formatted(sops.rules().get()));
            }
        }
    }

    private void reachable(EncryptedFile file) {
        long groups = file.groups().stream().filter(group -> !group.isEmpty()).count();
        if (groups > 0 && file.threshold() > groups) {
            findings.add(
                    DriftCode.SOPS_THRESHOLD,
                    file.place(),
                    "%d groups of keys are needed to open it, and there are %d".formatted(file.threshold(), groups),
                    "Nobody can open the file; bring it back from a backup.");
        }
    }

    private void claim(Slot slot) {
        if (slot.recipient() instanceof Recipient.OpenPgp key && !key.claim().isEmpty()) {
            List<PublicKey> real = holders.keys(key);
            if (!real.isEmpty() && real.stream().noneMatch(found -> found.is(key.claim()))) {
                findings.add(
                        DriftCode.SOPS_CLAIM,
                        slot.place(),
                        "says that key %s opens it, but %s does"
                                .formatted(key.claim(), real.get(0).shown()),
                        "Write the fingerprint there of the key that does, %s, and find out who has changed it: sops itself"
                                        .formatted(real.get(0).fingerprint())
                                + " never does.");
            }
        }
    }
}
