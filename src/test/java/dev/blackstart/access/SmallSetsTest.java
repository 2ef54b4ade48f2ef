package dev.blackstart.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SmallSetsTest {
    private static final long ENOUGH = 100_000;

    private final Formulas formulas = new Formulas();

    private SmallSets tried(PeopleClasses people, Collection<Formula> all, long effort) {
        return new SmallSets(new Cones(formulas), people, all, effort).search();
    }

    private Formula quorum(int needed, int from, int to) {
        return formulas.atLeast(
                needed, IntStream.range(from, to).mapToObj(formulas::person).toList());
    }

    private static BitSet set(int... people) {
        BitSet set = new BitSet();
        IntStream.of(people).forEach(set::set);
        return set;
    }

    @Test
    void one_of_the_smallest_sets_of_each_formula_is_found() {
        Formula one = formulas.any(List.of(formulas.person(3), quorum(2, 0, 3)));
        Formula three =
                formulas.all(List.of(quorum(2, 0, 3), formulas.any(List.of(quorum(2, 0, 2), formulas.person(5)))));
        SmallSets tried = tried(Crowd.apart(6), List.of(one, three), ENOUGH);

        assertThat(tried.smallest(one)).contains(set(3));
        assertThat(tried.smallest(three)).contains(set(0, 1));
        assertThat(tried.open()).isEmpty();
    }

    @Test
    void of_people_who_are_interchangeable_the_first_ones_are_tried() {
        Formula three = formulas.all(List.of(quorum(3, 0, 20), formulas.person(25)));
        PeopleClasses classes = Crowd.of(new int[] {20, 5, 1});
        SmallSets tried = tried(classes, List.of(three), ENOUGH);

        assertThat(tried.smallest(three)).contains(set(0, 1, 2, 25));
        // Of 20 people no more than one set of each size: 5 sizes of 3 classes are few.
        assertThat(tried(classes, List.of(three), 2_000).smallest(three)).isPresent();
    }

    @Test
    void where_too_little_may_be_looked_at_it_is_told_how_many_it_takes_at_least() {
        Formula ten = formulas.all(List.of(quorum(6, 0, 10), quorum(6, 5, 15)));
        SmallSets tried = tried(Crowd.apart(15), List.of(ten), 2_000);

        assertThat(tried.smallest(ten)).isEmpty();
        assertThat(tried.open()).containsExactly(ten);
        assertThat(tried.least()).isBetween(2, 7);
    }

    @Test
    void what_was_found_is_looked_at_no_more_and_the_others_still_are() {
        List<Formula> many = IntStream.range(0, 8)
                .mapToObj(i -> formulas.all(List.of(quorum(1, i, i + 2), formulas.person(10 + i % 2))))
                .toList();
        Formula last = quorum(5, 0, 12);
        SmallSets tried = tried(
                Crowd.apart(12),
                IntStream.rangeClosed(0, 8)
                        .mapToObj(i -> i < 8 ? many.get(i) : last)
                        .toList(),
                ENOUGH);

        assertThat(many)
                .allSatisfy(formula -> assertThat(
                                tried.smallest(formula).orElseThrow().cardinality())
                        .isEqualTo(2));
        assertThat(tried.smallest(last)).contains(set(0, 1, 2, 3, 4));
        assertThat(tried.open()).isEmpty();
    }

    @Test
    void none_is_smaller_than_what_is_found_of_random_formulas() {
        Random random = new Random(1);
        for (int round = 0; round < 100; round++) {
            Formula formula = formulas.atLeast(
                    1 + random.nextInt(3),
                    IntStream.range(0, 3)
                            .mapToObj(part -> quorum(1 + random.nextInt(3), random.nextInt(5), 8))
                            .toList());
            BitSet found = tried(Crowd.apart(8), List.of(formula), ENOUGH)
                    .smallest(formula)
                    .orElseThrow();

            assertThat(found.cardinality())
                    .isEqualTo(IntStream.range(1, 256)
                            .filter(set -> holds(formula, set))
                            .map(Integer::bitCount)
                            .min()
                            .orElseThrow());
            assertThat(holds(formula, (int) found.toLongArray()[0])).isTrue();
        }
    }

    private boolean holds(Formula formula, int set) {
        return Formulas.holding(formulas.cone(formula), BitSet.valueOf(new long[] {set}))
                .get(formula.id());
    }
}
