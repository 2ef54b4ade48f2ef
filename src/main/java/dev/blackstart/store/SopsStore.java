package dev.blackstart.store;

import dev.blackstart.kind.Parameters;
import dev.blackstart.kind.Word;
import java.util.List;
import java.util.Optional;

/**
 * A directory of files that sops encrypts, each of which may hold several secrets: documented in inventories, and not
 * drilled.
 *
 * @param path its directory, relative to the responder's home
 */
@Word("sops")
record SopsStore(String path) implements SecretStore {
    static Optional<SopsStore> read(Parameters parameters) {
        return Optional.of(new SopsStore(parameters.text("path").orElse("secrets")));
    }

    @Override
    public String noun() {
        return "files of sops";
    }

    @Override
    public Optional<String> service() {
        return Optional.empty();
    }

    @Override
    public Optional<String> directory() {
        return Optional.of(path);
    }

    @Override
    public boolean packs() {
        return true;
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
