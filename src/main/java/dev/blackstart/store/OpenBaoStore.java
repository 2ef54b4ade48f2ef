package dev.blackstart.store;

import java.util.List;
import java.util.Optional;

/** A vault that is unsealed by shares: documented in inventories, and not drilled. */
public record OpenBaoStore(Optional<String> service) implements SecretStore {
    public OpenBaoStore(StoreSettings settings) {
        this(settings.text("service"));
    }

    @Override
    public String word() {
        return "openbao";
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
