package dev.blackstart.access;

import dev.blackstart.definition.Ordered;
import java.util.Set;

/**
 * One secret being opened, in one of its places.
 *
 * @param store where: the secret's own store, or that of a copy
 * @param copy whether it is a copy that is opened
 * @param people whose keys take part in this step
 * @param through the secrets that take part, opened before
 */
public record PathStep(String secret, String store, boolean copy, Set<String> people, Set<String> through) {
    /** Of a longer way, the last steps are told. */
    static final int MOST = 20;

    public PathStep {
        people = Ordered.copy(people);
        through = Ordered.copy(through);
    }
}
