package dev.blackstart.definition;

import dev.blackstart.finding.Place;
import java.util.Set;

/**
 * Somebody who may hold keys.
 *
 * @param keys by which artefacts know the person: OpenPGP fingerprints, {@code SHA256:…} of SSH keys, age recipients and
 *     mail addresses of user ids
 */
public record Person(String name, Set<String> roles, Set<String> keys, Place place) {
    public Person {
        roles = Ordered.copy(roles);
        keys = Ordered.copy(keys);
    }

    /** Names somebody of whom no document says which keys are theirs. */
    public Person(String name, Set<String> roles, Place place) {
        this(name, roles, Set.of(), place);
    }
}
