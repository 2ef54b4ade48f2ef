package dev.blackstart.access;

import dev.blackstart.definition.Ordered;
import dev.blackstart.finding.Place;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who can open one secret.
 *
 * @param stores its own, then those of its copies
 * @param alsoOn hosts that hold it or open it; no access for people, and counted in no number
 * @param named its bus factor if nobody opened it who should not; empty where nobody does
 * @param untold on whom it depends of whom nobody can tell who they are: why its numbers are bounds; empty where that
 *     changes none of them
 */
public record SecretAccess(
        String name,
        String purpose,
        List<String> stores,
        Set<String> alsoOn,
        Numbers numbers,
        Optional<BusFactor> named,
        Set<String> untold,
        Place place) {
    public SecretAccess {
        stores = List.copyOf(stores);
        alsoOn = Ordered.copy(alsoOn);
        untold = Ordered.copy(untold);
    }

    SecretAccess named(BusFactor factor) {
        return new SecretAccess(name, purpose, stores, alsoOn, numbers, Optional.of(factor), untold, place);
    }
}
