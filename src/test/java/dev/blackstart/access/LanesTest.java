package dev.blackstart.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LanesTest {
    private final Formulas formulas = new Formulas();
    private final Formula two = quorum(2, 0, 4);
    private final Formula any = formulas.any(List.of(two, formulas.person(5)));
    private final Formula all = formulas.all(List.of(two, formulas.person(4)));
    private final Cone cone = new Cones(formulas).of(List.of(any, all));
    private final Lanes lanes = new Lanes(cone);

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
    void the_first_set_for_which_a_formula_holds_is_found() {
        lanes.add(set(0));
        lanes.add(set(0, 4));
        lanes.add(set(5));
        lanes.add(set(1, 3, 4));
        lanes.add(set(0, 1, 2, 3, 4, 5));
        lanes.look();

        assertThat(lanes.first(cone.place(any))).contains(set(5));
        assertThat(lanes.first(cone.place(all))).contains(set(1, 3, 4));
        assertThat(lanes.first(cone.place(two))).contains(set(1, 3, 4));
    }

    @Test
    void whoever_occurs_nowhere_changes_nothing() {
        lanes.add(set(7, 63, 64));
        lanes.look();

        assertThat(lanes.first(cone.place(any))).isEmpty();
    }

    @Test
    void a_set_that_was_not_added_is_not_found_though_all_of_nothing_holds() {
        lanes.look();

        assertThat(lanes.first(cone.place(all))).isEmpty();
    }

    @Test
    void sets_that_were_cleared_are_forgotten() {
        lanes.add(set(5));
        lanes.look();
        lanes.clear();
        lanes.add(set(0, 1));
        lanes.look();

        assertThat(lanes.first(cone.place(any))).contains(set(0, 1));
        assertThat(lanes.first(cone.place(formulas.person(5)))).isEmpty();
    }

    @Test
    void as_many_sets_as_a_word_has_bits_are_looked_at_together() {
        for (int i = 0; i < Long.SIZE - 1; i++) {
            assertThat(lanes.full()).isFalse();
            lanes.add(set(i % 4));
        }
        lanes.add(set(2, 3));
        lanes.look();

        assertThat(lanes.full()).isTrue();
        assertThat(lanes.first(cone.place(two))).contains(set(2, 3));
    }

    @Test
    void someone_who_counts_twice_is_counted_twice() {
        Formula weighed = formulas.atLeast(
                2, List.of(formulas.person(0), formulas.person(0), formulas.person(1), formulas.person(2)));
        Cone own = new Cones(formulas).of(weighed);
        Lanes looked = new Lanes(own);
        looked.add(set(1));
        looked.add(set(0));
        looked.look();

        assertThat(looked.first(own.place(weighed))).contains(set(0));
    }

    @Test
    void a_quorum_costs_its_parts_as_often_as_so_many_are_needed() {
        int ofTwo = 4 * 2;
        int ofAny = 2;
        int ofAll = 2;

        assertThat(lanes.cost()).isEqualTo(1 + ofTwo + ofAny + ofAll);
    }

    @Test
    void whatever_holds_of_random_formulas_holds_here() {
        Random random = new Random(1);
        for (int round = 0; round < 200; round++) {
            Formula formula = random(random, 3);
            Cone own = new Cones(formulas).of(formula);
            Lanes looked = new Lanes(own);
            BitSet people = BitSet.valueOf(new long[] {random.nextInt(64)});
            looked.add(people);
            looked.look();

            assertThat(looked.first(own.place(formula)).isPresent())
                    .isEqualTo(Formulas.holding(formulas.cone(formula), people).get(formula.id()));
        }
    }

    private Formula random(Random random, int depth) {
        if (depth == 0) {
            return formulas.person(random.nextInt(6));
        }
        List<Formula> parts = IntStream.range(0, 4)
                .mapToObj(part -> random(random, random.nextInt(depth)))
                .toList();
        return formulas.atLeast(1 + random.nextInt(4), parts);
    }
}
