package dev.blackstart.access;

import dev.blackstart.access.Openings.Opening;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The fewest others with whom somebody opens what they could not open without. */
final class Company {
    /** Of so many people every set can be tried. */
    private static final int TRIED = 12;

    private final Formulas formulas;
    private final NumbersOf numbers;
    private final List<String> people;

    Company(Formulas formulas, NumbersOf numbers, List<String> people) {
        this.formulas = formulas;
        this.numbers = numbers;
        this.people = people;
    }

    /** Gives them; empty where nobody ever needs this person. */
    Optional<Opening> of(Formula formula, int person) {
        if (!formula.people().get(person)) {
            return Optional.empty();
        }
        BitSet one = new BitSet();
        one.set(person);
        Formula without = formulas.with(formula, one, new BitSet());
        Formula using = using(formula, person, formulas.with(formula, new BitSet(), one));
        Optional<Opening> fewest = numbers.opening(using);
        if (fewest.isEmpty() || !opens(without, numbersOf(fewest.get().people().one()))) {
            return fewest;
        }
        // These do not need the person: others, who are more, may.
        return using.people().cardinality() > TRIED
                ? fewest.map(some -> new Opening(Bounds.atLeast(some.size().least()), some.people()))
                : tried(using, without);
    }

    /** Gives what others have to open, where this person's part is one of those that count. */
    private Formula using(Formula formula, int person, Formula sure) {
        Map<Formula, Formula> using = new HashMap<>();
        BitSet one = new BitSet();
        one.set(person);
        for (Formula each : formulas.cone(formula)) {
            if (each.isPerson()) {
                using.put(each, each.person() == person ? formulas.all(List.of()) : formulas.never());
            } else {
                using.put(each, gate(each, using, one));
            }
        }
        return formulas.all(List.of(Objects.requireNonNull(using.get(formula)), sure));
    }

    private Formula gate(Formula gate, Map<Formula, Formula> using, BitSet one) {
        List<Formula> ways = new ArrayList<>();
        for (int i = 0; i < gate.parts().size(); i++) {
            Formula part = Objects.requireNonNull(using.get(gate.parts().get(i)));
            if (!part.isNever()) {
                List<Formula> others = new ArrayList<>(gate.parts());
                others.remove(i);
                Formula rest = formulas.atLeast(
                        gate.needed() - 1,
                        others.stream()
                                .map(other -> formulas.with(other, new BitSet(), one))
                                .toList());
                ways.add(formulas.all(List.of(part, rest)));
            }
        }
        return formulas.any(ways);
    }

    private Optional<Opening> tried(Formula using, Formula without) {
        int[] candidates = using.people().stream().toArray();
        Optional<BitSet> fewest = Optional.empty();
        for (int pick = 1; pick < 1 << candidates.length; pick++) {
            if (fewest.isPresent() && Integer.bitCount(pick) >= fewest.get().cardinality()) {
                continue;
            }
            BitSet there = new BitSet();
            for (int i = 0; i < candidates.length; i++) {
                there.set(candidates[i], (pick >> i & 1) == 1);
            }
            if (opens(using, there) && !opens(without, there)) {
                fewest = Optional.of(there);
            }
        }
        return fewest.map(set -> new Opening(
                Bounds.exactly(set.cardinality()),
                new Choice(set.stream()
                        .mapToObj(other -> new Block(1, Set.of(people.get(other))))
                        .toList())));
    }

    private BitSet numbersOf(Set<String> names) {
        BitSet set = new BitSet();
        names.forEach(name -> set.set(people.indexOf(name)));
        return set;
    }

    private boolean opens(Formula formula, BitSet there) {
        return formula.isAlways()
                || Formulas.holding(formulas.cone(formula), there).get(formula.id());
    }
}
