package dev.blackstart.store;

import dev.blackstart.kind.Parameters;
import dev.blackstart.kind.Word;
import java.util.List;
import java.util.Optional;

/**
 * A directory with one file a secret, encrypted with age, such as passage keeps: documented in inventories, and not
 * drilled.
 *
 * @param path its directory, relative to the responder's home
 */
@Word("age")
record AgeStore(String path) implements SecretStore {
    static Optional<AgeStore> read(Parameters parameters) {
        return Optional.of(new AgeStore(parameters.text("path").orElse("passage")));
    }

    @Override
    public String noun() {
        return "files of age";
    }

    @Override
    public Optional<String> service() {
        return Optional.empty();
    }

    @Override
    public Optional<String> directory() {
        return Optional.of(path);
    }

    /** Nobody opens it in a runbook that is drilled. */
    @Override
    public List<Mention> mentions(String code) {
        return List.of();
    }

    @Override
    public Optional<DrilledStore> drilled() {
        return Optional.empty();
    }
}
