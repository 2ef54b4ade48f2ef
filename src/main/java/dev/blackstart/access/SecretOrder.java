package dev.blackstart.access;

import dev.blackstart.definition.AccessFormula;
import dev.blackstart.definition.AccessFormula.BySecret;
import dev.blackstart.definition.AccessFormula.Quorum;
import dev.blackstart.definition.DocumentedSecret;
import dev.blackstart.definition.Inventory;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The secrets of an inventory, those that open others before these; without recursion, as chains may be long. */
final class SecretOrder {
    private final Inventory inventory;
    private final List<DocumentedSecret> neededFirst;

    SecretOrder(Inventory inventory) {
        this.inventory = inventory;
        this.neededFirst = neededFor(inventory.secrets().keySet());
    }

    /** Lists all of them; of secrets in a circle, which no whole inventory has, one comes before what it needs. */
    List<DocumentedSecret> neededFirst() {
        return neededFirst;
    }

    /** Lists some of them, and those that may open one of these. */
    List<DocumentedSecret> neededFor(Collection<String> names) {
        Set<String> begun = new HashSet<>();
        Set<DocumentedSecret> placed = new LinkedHashSet<>();
        Deque<DocumentedSecret> open = new ArrayDeque<>();
        names.forEach(name -> find(name).ifPresent(open::addLast));
        while (!open.isEmpty()) {
            DocumentedSecret secret = open.getFirst();
            if (begun.add(secret.name())) {
                secret.ways().stream()
                        .flatMap(SecretOrder::needs)
                        .filter(name -> !begun.contains(name))
                        .forEach(name -> find(name).ifPresent(open::addFirst));
            } else {
                placed.add(open.removeFirst());
            }
        }
        return List.copyOf(placed);
    }

    private Optional<DocumentedSecret> find(String name) {
        return Optional.ofNullable(inventory.secrets().get(name));
    }

    private static Stream<String> needs(AccessFormula formula) {
        if (formula instanceof BySecret by) {
            return Stream.of(by.secret());
        }
        return formula instanceof Quorum quorum ? quorum.of().stream().flatMap(SecretOrder::needs) : Stream.of();
    }
}
