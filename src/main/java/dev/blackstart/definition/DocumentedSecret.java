package dev.blackstart.definition;

import dev.blackstart.finding.Place;
import dev.blackstart.store.Generator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A secret that somebody wrote down: what it opens, where it is kept, who can open it.
 *
 * @param openedBy who can open it in its own store: what the secret says, else what the store says
 * @param copies where else it is kept; whoever can open one of them has the secret
 * @param heldBy hosts that keep a copy to work unattended
 * @param generate how commissioning makes its value; empty: the commissioning runbook stores it itself
 */
public record DocumentedSecret(
        String name,
        String purpose,
        String store,
        AccessFormula openedBy,
        List<Copy> copies,
        Set<String> heldBy,
        Optional<Generator> generate,
        Place place) {
    public DocumentedSecret {
        copies = List.copyOf(copies);
        heldBy = Ordered.copy(heldBy);
    }

    /** Lists who can open it, place by place: one of them is enough. */
    public List<AccessFormula> ways() {
        return Stream.concat(Stream.of(openedBy), copies.stream().map(Copy::openedBy))
                .toList();
    }

    /**
     * The same secret, kept in another store too.
     *
     * @param openedBy who can open it there: what the copy says, else what the store says
     */
    public record Copy(String store, AccessFormula openedBy, Place place) {}
}
