package dev.blackstart.definition;

import dev.blackstart.definition.AccessFormula.BySecret;
import dev.blackstart.definition.AccessFormula.Quorum;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds secrets that are needed to open themselves. */
final class AccessCycles {
    private final Inventory inventory;
    private final Problems problems;
    private final Set<String> done = new HashSet<>();
    private final List<String> trail = new ArrayList<>();

    AccessCycles(Inventory inventory, Problems problems) {
        this.inventory = inventory;
        this.problems = problems;
    }

    void check() {
        inventory.secrets().keySet().forEach(this::visit);
    }

    private void visit(String secret) {
        int before = trail.indexOf(secret);
        if (before >= 0) {
            report(trail.subList(before, trail.size()));
            return;
        }
        DocumentedSecret documented = inventory.secrets().get(secret);
        if (documented == null || done.contains(secret)) {
            return;
        }
        trail.add(secret);
        documented.ways().stream().flatMap(AccessCycles::needed).forEach(this::visit);
        trail.remove(trail.size() - 1);
        done.add(secret);
    }

    private void report(List<String> cycle) {
        DocumentedSecret first = inventory.secrets().get(cycle.get(0));
        problems.error(
                first == null ? new Place(inventory.file(), 1, 1) : first.place(),
                "openedBy runs in a circle: " + String.join(" -> ", cycle) + " -> " + cycle.get(0),
                "Let people open one of them: whoever has none of these secrets can open none.");
    }

    private static Stream<String> needed(AccessFormula formula) {
        if (formula instanceof BySecret by) {
            return Stream.of(by.secret());
        }
        if (formula instanceof Quorum quorum) {
            return quorum.of().stream().flatMap(AccessCycles::needed);
        }
        return Stream.empty();
    }
}
