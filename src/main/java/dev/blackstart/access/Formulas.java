package dev.blackstart.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** Makes formulas, each once: thousands of secrets share few of them, and what is known of one is known of all. */
final class Formulas {
    private static final Comparator<Formula> BY_ID = Comparator.comparingInt(Formula::id);

    private final List<Formula> made = new ArrayList<>();
    private final Map<Integer, Formula> people = new HashMap<>();
    private final Map<IntKey, Formula> gates = new HashMap<>();
    private final Map<Formula, Formula> duals = new HashMap<>();
    private final Formula never = gate(1, List.of());
    private final Formula always = gate(0, List.of());

    private List<Formula> lastCone = List.of();

    /** Counts those that were made so far. */
    int made() {
        return made.size();
    }

    /** Gives the one with an id. */
    Formula made(int id) {
        return made.get(id);
    }

    /** Gives the id of somebody who occurs in one. */
    int idOf(int person) {
        return Objects.requireNonNull(people.get(person)).id();
    }

    Formula never() {
        return never;
    }

    Formula person(int person) {
        return people.computeIfAbsent(person, one -> keep(Formula.person(made.size(), one)));
    }

    Formula any(List<Formula> parts) {
        return atLeast(1, parts);
    }

    Formula all(List<Formula> parts) {
        return atLeast(parts.size(), parts);
    }

    /** Gives the simplest formula that is known to mean that at least so many of these hold. */
    Formula atLeast(int needed, List<Formula> given) {
        int still = needed;
        List<Formula> parts = new ArrayList<>(given.size());
        for (Formula part : given) {
            if (part.isAlways()) {
                still--;
            } else if (!part.isNever()) {
                parts.add(part);
            }
        }
        if (still <= 0) {
            return always;
        }
        if (still > parts.size()) {
            return never;
        }
        if (still == 1) {
            return flat(parts, true);
        }
        if (still == parts.size()) {
            return flat(parts, false);
        }
        parts.sort(BY_ID);
        return gate(still, parts);
    }

    /** Joins "any" of "any", or "all" of "all"; drops what is there twice, and what another part implies. */
    private Formula flat(List<Formula> parts, boolean any) {
        Set<Formula> flat = new HashSet<>();
        for (Formula part : parts) {
            boolean same = any ? part.isAny() : part.isAll();
            if (same) {
                flat.addAll(part.parts());
            } else {
                flat.add(part);
            }
        }
        List<Formula> kept = new ArrayList<>(flat.size());
        for (Formula part : flat) {
            boolean other = any ? part.isAll() : part.isAny();
            if (!other || part.parts().stream().noneMatch(flat::contains)) {
                kept.add(part);
            }
        }
        kept.sort(BY_ID);
        return kept.size() == 1 ? kept.get(0) : gate(any ? 1 : kept.size(), kept);
    }

    private Formula gate(int needed, List<Formula> parts) {
        int[] ids = new int[parts.size() + 1];
        for (int i = 0; i < parts.size(); i++) {
            ids[i] = parts.get(i).id();
        }
        ids[parts.size()] = needed;
        IntKey key = new IntKey(ids);
        Formula known = gates.get(key);
        if (known != null) {
            return known;
        }
        Formula gate = keep(Formula.atLeast(made.size(), needed, List.copyOf(parts)));
        gates.put(key, gate);
        return gate;
    }

    private Formula keep(Formula formula) {
        made.add(formula);
        return formula;
    }

    /** Gives the formula that holds for the lost exactly where this one fails for those who are left. */
    Formula dual(Formula formula) {
        for (Formula one : cone(formula, duals::containsKey)) {
            areDual(one, one.isPerson() ? one : dualGate(one));
        }
        return duals.getOrDefault(formula, never);
    }

    /** Takes note that one of two formulas holds for the lost exactly where the other fails for those who are left. */
    void areDual(Formula one, Formula other) {
        duals.put(one, other);
        duals.put(other, one);
    }

    private Formula dualGate(Formula gate) {
        List<Formula> parts = gate.parts().stream()
                .map(part -> duals.getOrDefault(part, never))
                .toList();
        return atLeast(parts.size() - gate.needed() + 1, parts);
    }

    /** Gives what is left of a formula to find out where some people are gone, and others sure to be there. */
    Formula with(Formula formula, BitSet gone, BitSet sure) {
        Map<Formula, Formula> settled = new HashMap<>();
        for (Formula one : cone(formula)) {
            settled.put(one, one.isPerson() ? settled(one, gone, sure) : gateOf(one, settled));
        }
        return settled.getOrDefault(formula, never);
    }

    private Formula settled(Formula person, BitSet gone, BitSet sure) {
        if (gone.get(person.person())) {
            return never;
        }
        return sure.get(person.person()) ? always : person;
    }

    private Formula gateOf(Formula gate, Map<Formula, Formula> settled) {
        return atLeast(
                gate.needed(),
                gate.parts().stream()
                        .map(part -> settled.getOrDefault(part, never))
                        .toList());
    }

    /** Lists the formula and all that it is made of, parts first. Chains of secrets may be long: no recursion. */
    List<Formula> cone(Formula top) {
        if (lastCone.isEmpty() || !lastCone.get(lastCone.size() - 1).equals(top)) {
            lastCone = cone(List.of(top));
        }
        return lastCone;
    }

    /** Lists several formulas, and all that they are made of, parts first. */
    List<Formula> cone(Collection<Formula> tops) {
        BitSet seen = new BitSet(made.size());
        tops.forEach(top -> seen.set(top.id()));
        for (int id = seen.length() - 1; id >= 0; id = seen.previousSetBit(id - 1)) {
            for (int part : made.get(id).partIds()) {
                seen.set(part);
            }
        }
        return partsFirst(seen);
    }

    /** Lists those of a formula's that are not known, and lead to it through none that is. */
    List<Formula> cone(Formula top, Predicate<Formula> known) {
        if (known.test(top)) {
            return List.of();
        }
        BitSet seen = new BitSet(made.size());
        seen.set(top.id());
        for (int id = top.id(); id >= 0; id = seen.previousSetBit(id - 1)) {
            for (int part : made.get(id).partIds()) {
                if (!seen.get(part) && !known.test(made.get(part))) {
                    seen.set(part);
                }
            }
        }
        return partsFirst(seen);
    }

    private List<Formula> partsFirst(BitSet seen) {
        Formula[] partsFirst = new Formula[seen.cardinality()];
        int count = 0;
        for (int id = seen.nextSetBit(0); id >= 0; id = seen.nextSetBit(id + 1)) {
            partsFirst[count++] = made.get(id);
        }
        return Collections.unmodifiableList(Arrays.asList(partsFirst));
    }

    /** Shows the formula and all that it is made of, parts last, as long as more is wanted. */
    void descend(Formula top, Predicate<Formula> wantsMore) {
        BitSet open = new BitSet(top.id() + 1);
        open.set(top.id());
        for (int id = top.id(); id >= 0 && wantsMore.test(made.get(id)); id = open.previousSetBit(id - 1)) {
            for (int part : made.get(id).partIds()) {
                open.set(part);
            }
        }
    }

    /** Gives the ids of those formulas that hold if these people are there. */
    static BitSet holding(List<Formula> partsFirst, BitSet there) {
        BitSet holding = new BitSet();
        for (Formula formula : partsFirst) {
            if (formula.isPerson() ? there.get(formula.person()) : holds(formula, holding)) {
                holding.set(formula.id());
            }
        }
        return holding;
    }

    private static boolean holds(Formula gate, BitSet holding) {
        int count = 0;
        for (Formula part : gate.parts()) {
            if (holding.get(part.id())) {
                count++;
            }
        }
        return count >= gate.needed();
    }
}
