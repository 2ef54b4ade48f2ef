package dev.blackstart.access;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Words sets of people of a formula by name: those who are interchangeable in it, as how many of them. */
final class Choices {
    private final Formulas formulas;
    private final List<String> people;
    private final Antichains antichains;
    private @Nullable Formula sorted;
    private @Nullable Classes last;

    Choices(Formulas formulas, List<String> people, Antichains antichains) {
        this.formulas = formulas;
        this.people = people;
        this.antichains = antichains;
    }

    /** Sorts the people of a formula, which is often the last one. */
    Classes classes(Formula formula) {
        Classes classes = formula.equals(sorted) && last != null ? last : Classes.of(formulas, formula);
        sorted = formula;
        last = classes;
        return classes;
    }

    /** Gives, of the smallest sets that are known, those that stand for most. */
    Choice of(Formula formula, Fewest.Found found) {
        Classes classes = classes(formula);
        Stream<BitSet> others = antichains.of(formula).stream()
                .flatMap(sets -> sets.sets().stream())
                .map(BitSet::valueOf)
                .filter(set -> set.cardinality() == found.most());
        return Stream.concat(others, Stream.of(found.set()))
                .map(set -> of(classes, classes.counts(set)))
                .sorted(Comparator.comparing(Choice::count).reversed())
                .findFirst()
                .orElseThrow();
    }

    /** Gives so many of each class. */
    Choice of(Classes classes, int[] counts) {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                Set<String> of = new LinkedHashSet<>();
                for (int person : classes.people(i)) {
                    of.add(people.get(person));
                }
                blocks.add(new Block(counts[i], of));
            }
        }
        return new Choice(blocks);
    }
}
