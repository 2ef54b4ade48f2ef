package dev.blackstart.drift;

import dev.blackstart.artefact.Keyring;
import dev.blackstart.artefact.PublicKey;
import dev.blackstart.definition.Inventory;
import dev.blackstart.definition.Person;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** People whom artefacts cannot be compared with, as no document says which keys are theirs. */
final class PeopleDrift {
    private final Inventory inventory;
    private final Keyring keyring;
    private final Findings findings;

    PeopleDrift(Inventory inventory, Keyring keyring, Findings findings) {
        this.inventory = inventory;
        this.keyring = keyring;
        this.findings = findings;
    }

    void compare() {
        Set<String> openers = new TreeSet<>();
        inventory.secrets().values().forEach(secret -> secret.ways().forEach(way -> openers.addAll(way.people())));
        for (Person person : inventory.people().values()) {
            if (person.keys().isEmpty() && openers.contains(person.name())) {
                findings.add(
                        DriftCode.PERSON_WITHOUT_KEY,
                        person.place(),
                        "no key of %s is documented, so nothing can be told about what %s really opens"
                                .formatted(person.name(), person.name()),
                        "Let %s say which key is theirs, and add it: `keys: [%s]`."
                                .formatted(person.name(), candidate(person).orElse("FINGERPRINT")));
            }
        }
    }

    /** The only key whose address begins with the name may be the person's; anybody can make such a key, so people decide. */
    private Optional<String> candidate(Person person) {
        List<String> keys = keyring.all().stream()
                .filter(key -> key.userIds().stream()
                        .anyMatch(id ->
                                Keyring.address(id).startsWith(person.name().toLowerCase(Locale.ROOT) + "@")))
                .map(PublicKey::fingerprint)
                .toList();
        return keys.size() == 1 ? Optional.of(keys.get(0)) : Optional.empty();
    }
}
