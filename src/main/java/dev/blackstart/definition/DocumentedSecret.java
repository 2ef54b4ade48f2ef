package dev.blackstart.definition;

import dev.blackstart.finding.Place;
import dev.blackstart.store.Generator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A secret that somebody wrote down: what it opens, where it is kept, who can open it.
 *
 * @param file what its store calls it; empty: as the inventory does
 * @param openedBy who can open it in its own store: what the secret says, else what the store says
 * @param copies where else it is kept; whoever can open one of them has the secret
 * @param heldBy hosts that keep a copy to work unattended
 * @param generate how commissioning makes its value; empty: the commissioning runbook stores it itself
 */
public record DocumentedSecret(
        String name,
        String purpose,
        String store,
        Optional<String> file,
        AccessFormula openedBy,
        List<Copy> copies,
        Set<String> heldBy,
        Optional<Generator> generate,
        Place place) {
    public DocumentedSecret {
        copies = List.copyOf(copies);
        heldBy = Ordered.copy(heldBy);
    }

    /** Names a secret that its store calls by the same name. */
    public DocumentedSecret(
            String name,
            String purpose,
            String store,
            AccessFormula openedBy,
            List<Copy> copies,
            Set<String> heldBy,
            Optional<Generator> generate,
            Place place) {
        this(name, purpose, store, Optional.empty(), openedBy, copies, heldBy, generate, place);
    }

    /** Lists each place where it is kept, its own store first. */
    public List<Kept> kept() {
        String called = file.orElse(name);
        return Stream.concat(
                        Stream.of(new Kept(store, called, openedBy)),
                        copies.stream()
                                .map(copy -> new Kept(copy.store(), copy.file().orElse(called), copy.openedBy())))
                .toList();
    }

    /** Gives where this store keeps it; empty if it does not. */
    public Optional<Kept> in(String store) {
        return kept().stream().filter(kept -> kept.store().equals(store)).findFirst();
    }

    /** Lists who can open it, place by place: one of them is enough. */
    public List<AccessFormula> ways() {
        return kept().stream().map(Kept::openedBy).toList();
    }

    /** The same secret in the same places, opened by others. */
    public DocumentedSecret opened(UnaryOperator<AccessFormula> by) {
        return new DocumentedSecret(
                name,
                purpose,
                store,
                by.apply(openedBy),
                copies.stream()
                        .map(copy -> new Copy(copy.store(), by.apply(copy.openedBy()), copy.place()))
                        .toList(),
                heldBy,
                generate,
                place);
    }

    /**
     * The same secret, kept in another store too.
     *
     * @param file what that store calls it; empty: as its own store does
     * @param openedBy who can open it there: what the copy says, else what the store says
     */
    public record Copy(String store, Optional<String> file, AccessFormula openedBy, Place place) {
        /** Names a copy that is called as the secret is in its own store. */
        public Copy(String store, AccessFormula openedBy, Place place) {
            this(store, Optional.empty(), openedBy, place);
        }
    }

    /**
     * One place where it is kept.
     *
     * @param file what the store calls it: in a password-store, its file without the ending
     */
    public record Kept(String store, String file, AccessFormula openedBy) {}
}
