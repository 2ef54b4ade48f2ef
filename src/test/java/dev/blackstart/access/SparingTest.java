package dev.blackstart.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SparingTest {
    private final Formulas formulas = new Formulas();
    private final Formula two = quorum(2, 0, 4);
    private final Formula shared =
            formulas.all(List.of(two, formulas.any(List.of(formulas.person(0), formulas.person(4)))));

    private Formula quorum(int needed, int from, int to) {
        return formulas.atLeast(
                needed, IntStream.range(from, to).mapToObj(formulas::person).toList());
    }

    private Sparing sparing(Formula formula, int people) {
        BitSet there = new BitSet();
        there.set(0, people);
        return sparing(formula, there);
    }

    private Sparing sparing(Formula formula, BitSet there) {
        Sparing sparing = new Sparing(formulas);
        sparing.begin(formula, there);
        return sparing;
    }

    @Test
    void people_can_be_spared_as_long_as_enough_are_left() {
        Sparing sparing = sparing(two, 4);

        assertThat(sparing.spare(0)).isTrue();
        assertThat(sparing.spare(3)).isTrue();
        assertThat(sparing.spare(1)).isFalse();
        assertThat(sparing.spare(2)).isFalse();
    }

    @Test
    void whoever_cannot_be_spared_is_there_for_those_who_are_asked_about_next() {
        Sparing sparing = sparing(shared, 5);

        assertThat(sparing.spare(4)).isTrue();
        assertThat(sparing.spare(0)).isFalse();
        assertThat(sparing.spare(1)).isTrue();
        assertThat(sparing.spare(2)).isTrue();
        assertThat(sparing.spare(3)).isFalse();
    }

    @Test
    void what_falls_far_below_the_top_falls_up_to_it() {
        Formula deep = quorum(1, 0, 1);
        for (int i = 1; i < 1_000; i++) {
            deep = formulas.atLeast(2, List.of(deep, formulas.person(i), formulas.person(i + 1_000)));
        }
        BitSet there = new BitSet();
        there.set(0, 1_000);
        Sparing sparing = sparing(deep, there);

        assertThat(sparing.spare(0)).isFalse();
        assertThat(sparing.spare(500)).isFalse();
        there.set(1_500);
        assertThat(sparing(deep, there).spare(500)).isTrue();
    }

    @Test
    void nothing_is_left_of_the_formula_before() {
        Sparing sparing = sparing(shared, 5);
        BitSet there = new BitSet();
        there.set(0, 3);
        sparing.begin(two, there);

        assertThat(sparing.spare(2)).isTrue();
        assertThat(sparing.spare(1)).isFalse();
        there.set(0, 5);
        assertThat(sparing.pruned(shared, there)).isEqualTo(BitSet.valueOf(new long[] {0b11100}));
    }

    @Test
    void someone_who_counts_twice_takes_both_away() {
        Formula weighed = formulas.atLeast(
                2, List.of(formulas.person(0), formulas.person(0), formulas.person(1), formulas.person(2)));

        assertThat(sparing(weighed, 2).spare(0)).isFalse();
        assertThat(sparing(weighed, 3).spare(0)).isTrue();
        assertThat(sparing(weighed, 2).spare(1)).isTrue();
    }
}
