package dev.blackstart.access;

import dev.blackstart.definition.AccessFormula;
import dev.blackstart.definition.AccessFormula.ByUntold;
import dev.blackstart.definition.DocumentedSecret;
import dev.blackstart.definition.Inventory;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Who may be behind a secret without being known, by way of other secrets too. */
final class Untold {
    private final Inventory inventory;

    Untold(Inventory inventory) {
        this.inventory = inventory;
    }

    static boolean none(DocumentedSecret secret) {
        return secret.ways().stream().flatMap(AccessFormula::leaves).noneMatch(ByUntold.class::isInstance);
    }

    /** Words them, each once. */
    Set<String> behind(String name) {
        Set<String> untold = new LinkedHashSet<>();
        Set<String> seen = new HashSet<>(Set.of(name));
        Deque<String> open = new ArrayDeque<>(List.of(name));
        while (!open.isEmpty()) {
            DocumentedSecret secret = inventory.secrets().get(open.remove());
            if (secret == null) {
                continue;
            }
            for (AccessFormula way : secret.ways()) {
                way.leaves(ByUntold.class).map(ByUntold::who).forEach(untold::add);
                way.secrets().stream().filter(seen::add).forEach(open::add);
            }
        }
        return untold;
    }
}
