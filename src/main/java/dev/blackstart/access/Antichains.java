package dev.blackstart.access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The minimal sets of formulas that have few, told from those of their parts. Of interchangeable people the first ones
 * stand for as many others.
 */
final class Antichains {
    /** Comparisons of sets, for all formulas together; counted, not timed, so that every machine gives the same. */
    private static final long COMPARISONS = 30_000_000;

    private final Formulas formulas;
    private final PeopleClasses people;
    private final int most;
    private final Map<Formula, Optional<Antichain>> known = new HashMap<>();
    private long comparisons = COMPARISONS;

    /** @param most of a formula that has more sets than so many, none is told */
    Antichains(Formulas formulas, PeopleClasses people, int most) {
        this.formulas = formulas;
        this.people = people;
        this.most = most;
    }

    /** Gives those of a formula that treats interchangeable people alike, if they are few. */
    Optional<Antichain> of(Formula formula) {
        if (most == 0) {
            return Optional.empty();
        }
        for (Formula one : formulas.cone(formula, known::containsKey)) {
            known.put(one, one.isPerson() ? Optional.of(Antichain.of(people.upTo(one.person()))) : gate(one));
        }
        return find(formula);
    }

    /** Who is interchangeable with whom. */
    PeopleClasses people() {
        return people;
    }

    /** Takes note of what is known already. */
    void are(Formula formula, Optional<Antichain> sets) {
        known.put(formula, sets);
    }

    private Optional<Antichain> find(Formula formula) {
        return known.getOrDefault(formula, Optional.empty());
    }

    private Optional<Antichain> gate(Formula gate) {
        List<Antichain> parts = new ArrayList<>();
        gate.parts().forEach(part -> find(part).ifPresent(parts::add));
        return comparisons < 0 || parts.size() < gate.parts().size() || people.isOfMany(gate, most)
                ? Optional.empty()
                : atLeast(gate.needed(), parts);
    }

    /** Goes through the parts, and knows after each what makes 0, 1, 2 ... of those so far hold. */
    private Optional<Antichain> atLeast(int needed, List<Antichain> parts) {
        List<Antichain> held = new ArrayList<>(List.of(Antichain.of(people.nobody())));
        for (int i = 0; i < parts.size(); i++) {
            if (held.size() <= needed) {
                held.add(Antichain.NEVER);
            }
            int stillNeeded = needed - (parts.size() - i - 1);
            for (int j = held.size() - 1; j >= Math.max(1, stillNeeded); j--) {
                Antichain before = held.get(j);
                Optional<Antichain> now = both(held.get(j - 1), parts.get(i)).flatMap(more -> before.or(more, most));
                if (now.isEmpty()) {
                    return now;
                }
                held.set(j, now.get());
            }
        }
        return Optional.of(held.size() > needed ? held.get(needed) : Antichain.NEVER);
    }

    private Optional<Antichain> both(Antichain one, Antichain other) {
        long joined = (long) one.sets().size() * other.sets().size();
        comparisons -= 1 + joined * Math.min(most, joined);
        return one.and(other, most);
    }
}
