package dev.blackstart.store;

import dev.blackstart.kind.Parameters;
import dev.blackstart.kind.Word;
import java.util.List;
import java.util.Optional;

/** A vault that is unsealed by shares: documented in inventories, and not drilled. */
@Word("openbao")
record OpenBaoStore(Optional<String> service) implements SecretStore {
    static Optional<OpenBaoStore> read(Parameters parameters) {
        return Optional.of(new OpenBaoStore(parameters.text("service")));
    }

    @Override
    public String noun() {
        return "OpenBao";
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
