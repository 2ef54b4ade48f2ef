package dev.blackstart.drift;

import dev.blackstart.artefact.Keyring;
import dev.blackstart.artefact.PublicKey;
import dev.blackstart.artefact.PublicKey.Component;
import dev.blackstart.definition.Person;
import dev.blackstart.proof.ProofKind;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the keys that people of an inventory can be asked about. */
final class ProvableKeys {
    private final Keyring keyring;
    private final Instant now;
    private final Findings findings;

    ProvableKeys(Keyring keyring, Instant now, Findings findings) {
        this.keyring = keyring;
        this.now = now;
        this.findings = findings;
    }

    /** Lists each key once, however many names the inventory has for it. */
    List<ProvableKey> of(Person person) {
        Map<String, ProvableKey> keys = new LinkedHashMap<>();
        for (String named : person.keys()) {
            if (ProofKind.of(named) == ProofKind.OPENPGP) {
                List<PublicKey> found = found(named);
                if (found.isEmpty()) {
                    unknown(person, named);
                }
                found.forEach(key -> keys.merge(
                        key.fingerprint(),
                        provable(person, key, named),
                        (one, other) -> subkey(key, named) ? other : one));
            } else {
                keys.put(named, new ProvableKey(person.name(), named, Optional.of(named), Optional.empty()));
            }
        }
        return List.copyOf(keys.values());
    }

    private ProvableKey provable(Person person, PublicKey key, String named) {
        Optional<Component> part = key.open(now).stream()
                .filter(open -> open.is(named))
                .findFirst()
                .or(() -> key.newestOpen(now));
        return new ProvableKey(person.name(), key.fingerprint(), part.map(Component::fingerprint), Optional.of(key));
    }

    private static boolean subkey(PublicKey key, String named) {
        return key.subkeys().stream().anyMatch(part -> part.is(named));
    }

    /** Of keys with one address, those that nobody can use any more are nobody's concern, where others can be used. */
    private List<PublicKey> found(String named) {
        List<PublicKey> found = named.contains("@")
                ? keyring.all().stream()
                        .filter(key -> key.userIds().stream()
                                .anyMatch(id -> Keyring.address(id).equals(named)))
                        .toList()
                : keyring.holding(named);
        List<PublicKey> open =
                found.stream().filter(key -> !key.open(now).isEmpty()).toList();
        return open.isEmpty() ? found : open;
    }

    private void unknown(Person person, String named) {
        findings.add(
                DriftCode.KEY_UNKNOWN,
                person.place(),
                "no keyring holds %s of %s, who cannot be asked to prove it"
                        .formatted(named.contains("@") ? "a key for " + named : "the key " + named, person.name()),
                "Ask %s for it, or a key server: `gpg %s %s`; give the key with --keys FILE."
                        .formatted(
                                person.name(), named.contains("@") ? "--locate-external-keys" : "--recv-keys", named));
    }
}
