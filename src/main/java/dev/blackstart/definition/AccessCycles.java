package dev.blackstart.definition;

import dev.blackstart.finding.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** Finds secrets that are needed to open themselves; without recursion, as chains of secrets may be long. */
final class AccessCycles {
    private final Inventory inventory;
    private final Problems problems;
    private final Set<String> done = new HashSet<>();
    private final List<String> trail = new ArrayList<>();
    private final Set<String> onTrail = new HashSet<>();
    private final Deque<Iterator<String>> ahead = new ArrayDeque<>();

    AccessCycles(Inventory inventory, Problems problems) {
        this.inventory = inventory;
        this.problems = problems;
    }

    void check() {
        for (String secret : inventory.secrets().keySet()) {
            meet(secret);
            while (!ahead.isEmpty()) {
                if (ahead.getLast().hasNext()) {
                    meet(ahead.getLast().next());
                } else {
                    leave();
                }
            }
        }
    }

    private void meet(String secret) {
        if (onTrail.contains(secret)) {
            report(trail.subList(trail.indexOf(secret), trail.size()));
            return;
        }
        DocumentedSecret documented = inventory.secrets().get(secret);
        if (documented != null && !done.contains(secret)) {
            trail.add(secret);
            onTrail.add(secret);
            ahead.addLast(documented.ways().stream()
                    .flatMap(way -> way.secrets().stream())
                    .toList()
                    .iterator());
        }
    }

    private void leave() {
        ahead.removeLast();
        String secret = trail.remove(trail.size() - 1);
        onTrail.remove(secret);
        done.add(secret);
    }

    private void report(List<String> cycle) {
        DocumentedSecret first = inventory.secrets().get(cycle.get(0));
        problems.error(
                first == null ? Place.start(inventory.file()) : first.place(),
                "openedBy runs in a circle: " + String.join(" -> ", cycle) + " -> " + cycle.get(0),
                "Let people open one of them: whoever has none of these secrets can open none.");
    }
}
