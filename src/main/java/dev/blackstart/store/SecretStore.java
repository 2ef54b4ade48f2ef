package dev.blackstart.store;

import dev.blackstart.kind.Kinds;
import java.util.List;
import java.util.Optional;

/**
 * A place where secrets are kept, as an inventory describes it. A new kind is one class that is permitted here, with its
 * {@link dev.blackstart.kind.Word}, which stands in the schema of {@code secrets.yaml} too.
 */
public sealed interface SecretStore permits OpenPgpStore, OpenBaoStore, SopsStore, AgeStore {
    /** All kinds, by the words of {@code secrets.yaml}. */
    Kinds<SecretStore> KINDS = Kinds.of(SecretStore.class);

    /** The word for the kind in {@code secrets.yaml}. */
    default String word() {
        return Kinds.word(getClass());
    }

    /** What the kind is called in a picture. */
    String noun();

    /** The service that runs it and with which it is lost; empty: whoever has the documents has it. */
    Optional<String> service();

    /** The directory of files that it is, relative to the responder's home; empty: it is none. */
    default Optional<String> directory() {
        return Optional.empty();
    }

    /** Says whether one file of it may hold several secrets. */
    default boolean packs() {
        return false;
    }

    /** What a line of a script does with secrets by this kind's tool, as far as the text tells. */
    List<Mention> mentions(String code);

    /** The same as a drill brings it to life; empty: no drill can. */
    Optional<DrilledStore> drilled();
}
