package dev.blackstart.access;

import dev.blackstart.definition.AccessFormula;
import dev.blackstart.definition.AccessFormula.BySecret;
import dev.blackstart.definition.AccessFormula.Quorum;
import dev.blackstart.definition.DocumentedSecret;
import dev.blackstart.definition.Inventory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The secrets of an inventory, those that open others before these; without recursion, as chains may be long. */
final class SecretOrder {
    private final Inventory inventory;
    private final Set<String> begun = new HashSet<>();
    private final Set<String> placed = new HashSet<>();
    private final List<DocumentedSecret> neededFirst = new ArrayList<>();

    SecretOrder(Inventory inventory) {
        this.inventory = inventory;
        inventory.secrets().values().forEach(this::place);
    }

    /** Lists them; of secrets in a circle, which no whole inventory has, one comes before what it needs. */
    List<DocumentedSecret> neededFirst() {
        return neededFirst;
    }

    private void place(DocumentedSecret first) {
        Deque<DocumentedSecret> open = new ArrayDeque<>(List.of(first));
        while (!open.isEmpty()) {
            DocumentedSecret secret = open.getFirst();
            if (begun.add(secret.name())) {
                secret.ways().stream().flatMap(SecretOrder::needs).forEach(name -> {
                    DocumentedSecret needed = inventory.secrets().get(name);
                    if (needed != null && !begun.contains(name)) {
                        open.addFirst(needed);
                    }
                });
            } else {
                open.removeFirst();
                if (placed.add(secret.name())) {
                    neededFirst.add(secret);
                }
            }
        }
    }

    private static Stream<String> needs(AccessFormula formula) {
        if (formula instanceof BySecret by) {
            return Stream.of(by.secret());
        }
        return formula instanceof Quorum quorum ? quorum.of().stream().flatMap(SecretOrder::needs) : Stream.of();
    }
}
