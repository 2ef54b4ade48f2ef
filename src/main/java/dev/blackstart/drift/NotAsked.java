package dev.blackstart.drift;

import dev.blackstart.definition.Inventory;
import dev.blackstart.definition.Store;
import dev.blackstart.terminal.Counts;
import java.util.Set;

/** Says which stores of an inventory were not asked, where others were. */
final class NotAsked {
    private final Inventory inventory;
    private final Findings findings;

    NotAsked(Inventory inventory, Findings findings) {
        this.inventory = inventory;
        this.findings = findings;
    }

    /** @param asked the stores whose files were read */
    void tell(Set<String> asked) {
        inventory.stores().values().stream()
                .filter(store -> !asked.contains(store.name()))
                .forEach(this::tell);
    }

    private void tell(Store store) {
        long secrets = inventory.secrets().values().stream()
                .filter(secret -> secret.in(store.name()).isPresent())
                .count();
        if (secrets > 0) {
            findings.add(
                    DriftCode.NOT_ASKED,
                    store.place(),
                    "not asked: %s of the store %s".formatted(Counts.of(secrets, "secret"), store.name()),
                    store.kind().directory().isPresent()
                            ? "Ask it as well: `%s DIR`, with its directory, whose name is that of its `path`."
                                    .formatted(option(store))
                            : "No file says who opens it; without options for files, `blackstart access` answers by what the documents say.");
        }
    }

    /** Kinds of files are called as the option is that asks them; but for the first that there was. */
    private static String option(Store store) {
        return store.kind().word().equals("openpgp")
                ? "--store"
                : "--" + store.kind().word();
    }
}
