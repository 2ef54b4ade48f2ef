package dev.blackstart.drift;

import dev.blackstart.artefact.CreationRule;
import dev.blackstart.artefact.EncryptedFile;
import dev.blackstart.artefact.Recipient;
import dev.blackstart.artefact.Slot;
import dev.blackstart.artefact.SopsCommands;
import dev.blackstart.artefact.SopsFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Files of sops against the creation rules that are for them. */
final class SopsRuleDrift {
    private final Holders holders;
    private final KeyDrift keys;
    private final Findings findings;

    SopsRuleDrift(Holders holders, KeyDrift keys, Findings findings) {
        this.holders = holders;
        this.keys = keys;
        this.findings = findings;
    }

    void compare(SopsFile sops, CreationRule rule) {
        if (rule.groups().stream().allMatch(List::isEmpty)) {
            return; // The rule names no key: it takes them from the command line.
        }
        rule.groups()
                .forEach(group -> group.forEach(slot -> {
                    if (slot.recipient() instanceof Recipient.OpenPgp key) {
                        holders.keys(key).forEach(found -> keys.key(found, slot.place()));
                    }
                }));
        EncryptedFile file = sops.file();
        if (file.groups().size() == rule.groups().size()
                && !identities(file.groups()).equals(identities(rule.groups()))) {
            for (int i = 0; i < file.groups().size(); i++) {
                compare(sops, file.groups().get(i), rule.groups().get(i), rule);
            }
        } else if (file.groups().size() != rule.groups().size()) {
            compare(
                    sops,
                    file.slots(),
                    rule.groups().stream().flatMap(List::stream).toList(),
                    rule);
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
                    "Encrypt it anew by the rule, where nobody else can read it meanwhile: `%s`. Or correct the rule."
                            .formatted(SopsCommands.anew(sops)));
        }
    }

    private void compare(SopsFile sops, List<Slot> real, List<Slot> wanted, CreationRule rule) {
        Map<String, Slot> has = byIdentity(real);
        Map<String, Slot> should = byIdentity(wanted);
        has.forEach((identity, slot) -> {
            if (!should.containsKey(identity)) {
                holders.holder(slot.recipient())
                        .ifPresent(name -> findings.strays().opens(sops.file(), name));
                findings.add(
                        DriftCode.SOPS_RULE_EXTRA,
                        slot.place(),
                        "still encrypted to %s, whom the rule at %s does not name"
                                .formatted(shown(slot.recipient()), rule.place().fileAndLine()),
                        ("Let somebody who can open it take them out: `%s`, then `%s`, and change what the file holds: they"
                                        + " may have kept it. If they should open it, name them in the rule instead.")
                                .formatted(SopsCommands.updateKeys(sops), SopsCommands.rotate(sops)));
            }
        });
        should.forEach((identity, slot) -> {
            if (!has.containsKey(identity)) {
                holders.holder(slot.recipient())
                        .ifPresent(name -> findings.strays().lacks(sops.file(), name));
                findings.add(
                        DriftCode.SOPS_RULE_MISSING,
                        sops.file().place(),
                        "%s cannot open the file, although the rule at %s names them"
                                .formatted(shown(slot.recipient()), slot.place().fileAndLine()),
                        "If they should open it, let somebody who opens it do `%s`: it then opens to whom the rule names, and to nobody else. If they should not, take them out of the rule."
                                .formatted(SopsCommands.updateKeys(sops)));
            }
        });
    }

    /** The same for the same groups, in whatever order: no group comes before another. */
    private List<String> identities(List<List<Slot>> groups) {
        return groups.stream()
                .map(group -> new TreeSet<>(byIdentity(group).keySet()).toString())
                .sorted()
                .toList();
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
