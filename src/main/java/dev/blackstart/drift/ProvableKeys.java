package dev.blackstart.drift;

import dev.blackstart.artefact.Keyring;
import dev.blackstart.artefact.PublicKey;
import dev.blackstart.artefact.PublicKey.Component;
import dev.blackstart.definition.Person;
import dev.blackstart.proof.ProofKind;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the keys that people of an inventory can be asked about. */
final class ProvableKeys {
    private final Keyring keyring;
    private final Set<String> opening;
    private final Instant now;
    private final Findings findings;

    /** @param opening the keys and subkeys that open files which were asked too */
    ProvableKeys(Keyring keyring, Set<String> opening, Instant now, Findings findings) {
        this.keyring = keyring;
        this.opening = opening;
        this.now = now;
        this.findings = findings;
    }

    /** Lists each key, or each part of one, once, however many names the inventory has for it. */
    List<ProvableKey> of(Person person) {
        Map<PublicKey, Set<String>> names = new LinkedHashMap<>();
        Set<ProvableKey> keys = new LinkedHashSet<>();
        for (String named : person.keys()) {
            if (ProofKind.of(named) == ProofKind.OPENPGP) {
                List<PublicKey> found = found(named);
                if (found.isEmpty()) {
                    unknown(person, named);
                }
                found.forEach(key -> names.computeIfAbsent(key, absent -> new LinkedHashSet<>())
                        .add(named));
            } else {
                keys.add(new ProvableKey(person.name(), named, Optional.of(named), Optional.empty()));
            }
        }
        names.forEach((key, called) -> {
            Set<Optional<String>> parts = new LinkedHashSet<>(parts(key, called));
            (parts.isEmpty() ? Set.of(Optional.<String>empty()) : parts)
                    .forEach(part ->
                            keys.add(new ProvableKey(person.name(), key.fingerprint(), part, Optional.of(key))));
        });
        return List.copyOf(keys);
    }

    /** Lists the parts to which files are or will be encrypted; those that have expired still open what they did. */
    private List<Optional<String>> parts(PublicKey key, Set<String> called) {
        List<Component> named = key.open(now).stream()
                .filter(part -> called.stream().anyMatch(part::is))
                .toList();
        Stream<Component> wanted = named.isEmpty() ? key.newestOpen(now).stream() : named.stream();
        Stream<Component> used = key.primary().revoked()
                ? Stream.of()
                : key.components().stream()
                        .filter(part -> !part.revoked() && opening.stream().anyMatch(part::is));
        return Stream.concat(wanted, used)
                .map(part -> Optional.of(part.fingerprint()))
                .toList();
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
