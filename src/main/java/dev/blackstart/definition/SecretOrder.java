package dev.blackstart.definition;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The secrets of an inventory, those that open others before these; without recursion, as chains may be long. Secrets
 * that open each other in circles stay together, as one group (a strongly connected component, as Tarjan finds them).
 */
public final class SecretOrder {
    private static final int NONE = -1;

    private final Inventory inventory;
    private final Map<String, Visit> visits = new HashMap<>();
    private final Deque<Visit> trail = new ArrayDeque<>();
    private final List<Visit> waiting = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private final List<int[]> needs = new ArrayList<>();
    private int ended;

    /** Orders all of them. */
    public SecretOrder(Inventory inventory) {
        this(inventory, inventory.secrets().keySet());
    }

    /** Orders some of them, and those that may open one of these. */
    SecretOrder(Inventory inventory, Collection<String> names) {
        this.inventory = inventory;
        for (String name : names) {
            begin(name);
            while (!trail.isEmpty()) {
                step(trail.getLast());
            }
        }
    }

    /**
     * Secrets that open each other, or one alone.
     *
     * @param members those that open others before these, but for some that close a circle
     * @param circular how many may open one that comes before, or themselves. No way to a secret needs to go through
     *     one of them twice: after so many rounds through the members, and one, nothing changes any more
     */
    public record Group(List<DocumentedSecret> members, int circular) {
        public Group {
            members = List.copyOf(members);
        }

        /** Says how often the members must be gone through until all is known of them. */
        public int rounds() {
            return circular + 1;
        }
    }

    /** Lists the groups, each after those that it needs. */
    public List<Group> groups() {
        return List.copyOf(groups);
    }

    /** Lists those groups, each after those that it needs, that some secrets are in or need. */
    public List<Group> groups(Collection<String> names) {
        BitSet needed = new BitSet();
        names.stream().map(visits::get).filter(Objects::nonNull).forEach(visit -> needed.set(visit.group));
        for (int i = needed.length() - 1; i >= 0; i = needed.previousSetBit(i - 1)) {
            for (int group : needs.get(i)) {
                needed.set(group);
            }
        }
        return needed.stream().mapToObj(groups::get).toList();
    }

    private static final class Visit {
        private final DocumentedSecret secret;
        private final List<String> needed;
        private final Iterator<String> ahead;
        private final int begun;
        private int lowest;
        private int ended = Integer.MAX_VALUE;
        private int group = NONE;

        Visit(DocumentedSecret secret, int begun) {
            this.secret = secret;
            this.needed = secret.ways().stream()
                    .flatMap(way -> way.secrets().stream())
                    .toList();
            this.ahead = needed.iterator();
            this.begun = begun;
            this.lowest = begun;
        }
    }

    private void begin(String name) {
        DocumentedSecret secret = inventory.secrets().get(name);
        if (secret != null && !visits.containsKey(name)) {
            Visit visit = new Visit(secret, visits.size());
            visits.put(name, visit);
            waiting.add(visit);
            trail.addLast(visit);
        }
    }

    private void step(Visit visit) {
        if (visit.ahead.hasNext()) {
            String next = visit.ahead.next();
            Visit met = visits.get(next);
            if (met == null) {
                begin(next);
            } else if (met.group == NONE) {
                visit.lowest = Math.min(visit.lowest, met.begun);
            }
        } else {
            trail.removeLast();
            visit.ended = ended++;
            if (visit.lowest == visit.begun) {
                List<Visit> together = waiting.subList(waiting.lastIndexOf(visit), waiting.size());
                place(new ArrayList<>(together));
                together.clear();
            } else {
                trail.getLast().lowest = Math.min(trail.getLast().lowest, visit.lowest);
            }
        }
    }

    private void place(List<Visit> together) {
        together.sort(Comparator.comparingInt(visit -> visit.ended));
        long circular = together.stream()
                .flatMap(visit -> visit.needed.stream()
                        .map(visits::get)
                        .filter(needed -> needed != null && needed.ended >= visit.ended))
                .distinct()
                .count();
        together.forEach(visit -> visit.group = groups.size());
        needs.add(together.stream()
                .flatMap(visit -> visit.needed.stream().map(visits::get))
                .filter(needed -> needed != null && needed.group < groups.size())
                .mapToInt(needed -> needed.group)
                .distinct()
                .toArray());
        groups.add(new Group(together.stream().map(visit -> visit.secret).toList(), Math.toIntExact(circular)));
    }
}
