package dev.blackstart.drift;

import dev.blackstart.artefact.CreationRule;
import dev.blackstart.artefact.EncryptedFile;
import dev.blackstart.artefact.PublicKey;
import dev.blackstart.artefact.Recipient;
import dev.blackstart.artefact.Slot;
import dev.blackstart.artefact.SopsFile;
import dev.blackstart.artefact.SopsTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files of sops against the creation rules that are for them. */
final class SopsDrift {
    private static final String UPDATE = "Bring the file in line: `sops updatekeys %s`, by somebody who can open it.";

    private final Holders holders;
    private final KeyDrift keys;
    private final Findings findings;

    SopsDrift(Holders holders, KeyDrift keys, Findings findings) {
        this.holders = holders;
        this.keys = keys;
        this.findings = findings;
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
            sops.rule().ifPresent(rule -> compare(file, rule));
            if (sops.rules() && sops.rule().isEmpty()) {
                findings.add(
                        DriftCode.SOPS_NO_RULE,
                        file.place(),
                        "no rule of .sops.yaml is for this file",
                        "Add one, so that `sops updatekeys` knows who should open it.");
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
                        "Somebody has edited the metadata; encrypt the file anew, and change what it holds.");
            }
        }
    }

    private void compare(EncryptedFile file, CreationRule rule) {
        if (rule.groups().stream().allMatch(List::isEmpty)) {
            return; // The rule names no key: it takes them from the command line.
        }
        rule.groups()
                .forEach(group -> group.forEach(slot -> {
                    if (slot.recipient() instanceof Recipient.OpenPgp key) {
                        holders.keys(key).forEach(found -> keys.key(found, slot.place()));
                    }
                }));
        String hint = UPDATE.formatted(file.path().getFileName());
        if (file.groups().size() == rule.groups().size()) {
            for (int i = 0; i < file.groups().size(); i++) {
                compare(file, file.groups().get(i), rule.groups().get(i), rule, hint);
            }
        } else {
            compare(
                    file,
                    file.slots(),
                    rule.groups().stream().flatMap(List::stream).toList(),
                    rule,
                    hint);
        }
        if (file.threshold() != rule.needed()
                || file.groups().size() != rule.groups().size()) {
            findings.add(
                    DriftCode.SOPS_THRESHOLD,
                    file.place(),
                    "%d of %d groups of keys open it, while %s asks for %d of %d"
                            .formatted(
                                    file.threshold(),
                                    file.groups().size(),
                                    rule.place().fileAndLine(),
                                    rule.needed(),
                                    rule.groups().size()),
                    hint);
        }
    }

    private void compare(EncryptedFile file, List<Slot> real, List<Slot> wanted, CreationRule rule, String hint) {
        Map<String, Slot> has = byIdentity(real);
        Map<String, Slot> should = byIdentity(wanted);
        has.forEach((identity, slot) -> {
            if (!should.containsKey(identity)) {
                findings.add(
                        DriftCode.SOPS_RULE_EXTRA,
                        slot.place(),
                        "still encrypted to %s, whom the rule at %s does not name"
                                .formatted(shown(slot.recipient()), rule.place().fileAndLine()),
                        hint + " Then change what it holds: whoever could open it may have kept it.");
            }
        });
        should.forEach((identity, slot) -> {
            if (!has.containsKey(identity)) {
                findings.add(
                        DriftCode.SOPS_RULE_MISSING,
                        file.place(),
                        "%s cannot open the file, although the rule at %s names them"
                                .formatted(shown(slot.recipient()), slot.place().fileAndLine()),
                        hint);
            }
        });
    }

    private Map<String, Slot> byIdentity(List<Slot> slots) {
        Map<String, Slot> byIdentity = new LinkedHashMap<>();
        slots.forEach(slot -> byIdentity.putIfAbsent(holders.identity(slot.recipient()), slot));
        return byIdentity;
    }

    private String shown(Recipient recipient) {
        return holders.holder(recipient)
                .orElseGet(() -> recipient instanceof Recipient.Machine machine
                        ? machine.service() + " " + machine.name()
                        : "a key that is not named");
    }
}
