package dev.blackstart.access;

import java.math.BigInteger;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A family of equally large sets of people: one pick from each block, together. Without blocks it is the empty set.
 *
 * @param blocks over people who occur in no other block
 */
public record Choice(List<Block> blocks) {
    /** The choice of nobody. */
    public static final Choice NOBODY = new Choice(List.of());

    public Choice {
        blocks = List.copyOf(blocks);
    }

    /** Counts the people in each of the sets. */
    public int size() {
        return blocks.stream().mapToInt(Block::any).sum();
    }

    /** Counts the sets. */
    public BigInteger count() {
        return blocks.stream().map(Block::count).reduce(BigInteger.ONE, BigInteger::multiply);
    }

    /** Lists the sets, each of them: ask for their number first. */
    List<Set<String>> all() {
        List<Set<String>> all = List.of(Set.of());
        for (Block block : blocks) {
            all = all.stream()
                    .flatMap(set -> block.picks().stream().map(pick -> with(set, pick)))
                    .toList();
        }
        return all;
    }

    private static Set<String> with(Set<String> set, Collection<String> more) {
        Set<String> both = new LinkedHashSet<>(set);
        both.addAll(more);
        return both;
    }

    /** Picks one of the sets, in the order of the blocks. */
    public Set<String> one() {
        Set<String> one = new LinkedHashSet<>();
        blocks.forEach(block -> one.addAll(block.one()));
        return one;
    }
}
