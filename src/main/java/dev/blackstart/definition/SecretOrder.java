package dev.blackstart.definition;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The secrets of an inventory, those that open others before these; without recursion, as chains may be long. */
public final class SecretOrder {
    private final Inventory inventory;
    private final List<DocumentedSecret> neededFirst;

    public SecretOrder(Inventory inventory) {
        this.inventory = inventory;
        this.neededFirst = neededFor(inventory, inventory.secrets().keySet());
    }

    /** Lists all of them; of secrets in a circle, which no whole inventory has, one comes before what it needs. */
    public List<DocumentedSecret> neededFirst() {
        return neededFirst;
    }

    /** Lists some of them, and those that may open one of these. */
    public List<DocumentedSecret> neededFor(Collection<String> names) {
        return neededFor(inventory, names);
    }

    static List<DocumentedSecret> neededFor(Inventory inventory, Collection<String> names) {
        Set<String> begun = new HashSet<>();
        Set<DocumentedSecret> placed = new LinkedHashSet<>();
        Deque<DocumentedSecret> open = new ArrayDeque<>();
        names.forEach(name -> find(inventory, name).ifPresent(open::addLast));
        while (!open.isEmpty()) {
            DocumentedSecret secret = open.getFirst();
            if (begun.add(secret.name())) {
                secret.ways().stream()
                        .flatMap(way -> way.secrets().stream())
                        .filter(name -> !begun.contains(name))
                        .forEach(name -> find(inventory, name).ifPresent(open::addFirst));
            } else {
                placed.add(open.removeFirst());
            }
        }
        return List.copyOf(placed);
    }

    private static Optional<DocumentedSecret> find(Inventory inventory, String name) {
        return Optional.ofNullable(inventory.secrets().get(name));
    }
}
