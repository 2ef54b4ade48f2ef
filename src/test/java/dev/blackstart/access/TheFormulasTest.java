package dev.blackstart.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TheFormulasTest {
    private final Formulas formulas = new Formulas();
    private final Formula a = formulas.person(0);
    private final Formula b = formulas.person(1);
    private final Formula c = formulas.person(2);
    private final Formula d = formulas.person(3);

    @Test
    void equal_formulas_are_one() {
        assertThat(formulas.person(0)).isSameAs(a);
        assertThat(formulas.atLeast(2, List.of(a, b, c))).isSameAs(formulas.atLeast(2, List.of(c, a, b)));
        assertThat(formulas.any(List.of(a, b))).isNotSameAs(formulas.all(List.of(a, b)));
    }

    @Test
    void any_of_any_is_any_and_all_of_all_is_all() {
        assertThat(formulas.any(List.of(formulas.any(List.of(a, b)), c))).isSameAs(formulas.any(List.of(a, b, c)));
        assertThat(formulas.all(List.of(formulas.all(List.of(a, b)), c))).isSameAs(formulas.all(List.of(a, b, c)));
        assertThat(formulas.any(List.of(a, a))).isSameAs(a);
        assertThat(formulas.all(List.of(b, b))).isSameAs(b);
    }

    @Test
    void what_another_part_implies_is_left_out() {
        Formula all = formulas.all(List.of(a, b));
        Formula any = formulas.any(List.of(a, b));

        assertThat(formulas.any(List.of(a, all))).isSameAs(a);
        assertThat(formulas.all(List.of(a, any))).isSameAs(a);
        assertThat(formulas.any(List.of(c, all)).parts()).containsExactlyInAnyOrder(c, all);
        assertThat(formulas.all(List.of(c, any)).parts()).containsExactlyInAnyOrder(c, any);
        assertThat(formulas.any(List.of(a, formulas.atLeast(2, List.of(a, b, c))))
                        .parts())
                .hasSize(2);
    }

    @Test
    void a_part_that_never_holds_is_left_out_and_one_that_always_does_counts() {
        Formula never = formulas.never();
        Formula always = formulas.dual(never);

        assertThat(always.isAlways()).isTrue();
        assertThat(never.isAlways()).isFalse();
        assertThat(always.isNever()).isFalse();
        assertThat(a.isNever() || a.isAlways()).isFalse();
        assertThat(formulas.dual(always)).isSameAs(never);
        assertThat(formulas.any(List.of(a, never))).isSameAs(a);
        assertThat(formulas.all(List.of(a, never))).isSameAs(never);
        assertThat(formulas.all(List.of(a, always))).isSameAs(a);
        assertThat(formulas.any(List.of(a, always))).isSameAs(always);
        assertThat(formulas.atLeast(2, List.of(a, b, c, always))).isSameAs(formulas.any(List.of(a, b, c)));
    }

    @Test
    void the_dual_of_a_quorum_is_what_must_be_lost() {
        Formula two = formulas.atLeast(2, List.of(a, b, c, d));

        assertThat(formulas.dual(two)).isSameAs(formulas.atLeast(3, List.of(a, b, c, d)));
        assertThat(formulas.dual(formulas.dual(two))).isSameAs(two);
        assertThat(formulas.dual(formulas.all(List.of(a, two)))).isSameAs(formulas.any(List.of(a, formulas.dual(two))));
    }

    @Test
    void it_is_known_whether_parts_have_people_in_common() {
        Formula two = formulas.atLeast(2, List.of(a, b, c));
        Formula apart = formulas.all(List.of(two, d));
        Formula shared = formulas.all(List.of(two, formulas.any(List.of(a, d))));

        assertThat(apart.isDisjoint() && apart.isReadOnce()).isTrue();
        assertThat(shared.isDisjoint() || shared.isReadOnce()).isFalse();
        Formula above = formulas.any(List.of(shared, formulas.person(9)));
        assertThat(above.isDisjoint()).isTrue();
        assertThat(above.isReadOnce()).isFalse();
    }

    @Test
    void who_is_gone_or_sure_to_be_there_is_taken_out() {
        Formula two = formulas.atLeast(2, List.of(a, b, c, d));
        BitSet gone = BitSet.valueOf(new long[] {0b0001});
        BitSet sure = BitSet.valueOf(new long[] {0b0010});

        assertThat(formulas.with(two, gone, sure)).isSameAs(formulas.any(List.of(c, d)));
        assertThat(formulas.with(two, new BitSet(), new BitSet())).isSameAs(two);
    }

    @Test
    void parts_come_before_what_they_are_part_of() {
        Formula top = formulas.all(List.of(formulas.any(List.of(a, b)), formulas.any(List.of(a, c))));

        assertThat(formulas.cone(top)).map(Formula::id).isSorted().doesNotHaveDuplicates();
        assertThat(formulas.cone(top)).endsWith(top).hasSize(6).doesNotContain(d);
    }

    @Test
    void those_who_can_be_spared_are_taken_away() {
        Formula two = formulas.atLeast(2, List.of(a, b, c, d));
        BitSet all = new BitSet();
        all.set(0, 4);

        assertThat(new Sparing(formulas).pruned(two, all)).isEqualTo(BitSet.valueOf(new long[] {0b1100}));
        assertThat(all.cardinality()).isEqualTo(4);
    }

    @Test
    void people_who_stand_side_by_side_everywhere_are_of_one_class() {
        Formula top = formulas.all(
                List.of(formulas.atLeast(2, List.of(a, b, c, d)), formulas.any(List.of(c, d, formulas.person(4)))));
        Classes classes = Classes.of(formulas, top);

        assertThat(IntStream.range(0, classes.count()).mapToObj(classes::people))
                .containsExactly(new int[] {0, 1}, new int[] {2, 3}, new int[] {4});
        assertThat(classes.counts(BitSet.valueOf(new long[] {0b10101}))).containsExactly(1, 1, 1);
        assertThat(classes.first(new int[] {1, 2, 0})).isEqualTo(BitSet.valueOf(new long[] {0b01101}));
    }

    @Test
    void whoever_counts_twice_in_a_quorum_is_of_another_class_than_who_counts_once() {
        Formula weighed = formulas.atLeast(2, List.of(a, a, b, c, c, d));

        Classes classes = Classes.of(formulas, weighed);

        assertThat(IntStream.range(0, classes.count()).mapToObj(classes::people))
                .containsExactly(new int[] {0, 2}, new int[] {1, 3});
    }
}
