package dev.blackstart.access;

import dev.blackstart.definition.Combinations;
import dev.blackstart.definition.Ordered;
import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Any {@code any} of some people who are interchangeable here; never all the sets that this stands for, one by one.
 *
 * @param any from 1 to the number of the people
 * @param of in the order of the inventory
 */
public record Block(int any, Set<String> of) {
    public Block {
        of = Ordered.copy(of);
        if (any < 1 || any > of.size()) {
            throw new IllegalArgumentException("no block: " + any + " of " + of.size());
        }
    }

    /** Says whether all of the people are meant. */
    public boolean all() {
        return any == of.size();
    }

    /** Counts the sets of people that this stands for. */
    public BigInteger count() {
        return Binomial.of(of.size(), any);
    }

    /** Lists the sets of people that this stands for. */
    List<List<String>> picks() {
        return Combinations.of(List.copyOf(of), any);
    }

    /** Picks the first of the people. */
    public Set<String> one() {
        return of.stream().limit(any).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
