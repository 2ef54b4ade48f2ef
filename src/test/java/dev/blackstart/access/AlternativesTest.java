package dev.blackstart.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlternativesTest {
    private final Formulas formulas = new Formulas();
    private final Antichain first = Antichain.of(new long[] {0b0001});

    private Formula person(int number) {
        return formulas.person(number);
    }

    private Formula quorum(int needed, int from, int to) {
        return formulas.atLeast(
                needed, IntStream.range(from, to).mapToObj(formulas::person).toList());
    }

    private Formula written(PeopleClasses people, long... sets) {
        Antichain all = Antichain.of(new long[] {sets[0]});
        for (long set : sets) {
            all = all.or(Antichain.of(new long[] {set}), 100).orElseThrow();
        }
        return new Alternatives(all, people).written(formulas);
    }

    @Test
    void one_person_is_that_person() {
        assertThat(new Alternatives(first, Crowd.apart(4)).written(formulas)).isSameAs(person(0));
    }

    @Test
    void a_set_that_stands_for_others_is_as_many_of_the_class() {
        assertThat(written(Crowd.of(new int[] {4, 1}), 0b00011)).isSameAs(quorum(2, 0, 4));
        assertThat(written(Crowd.of(new int[] {4, 1}), 0b10011))
                .isSameAs(formulas.all(List.of(quorum(2, 0, 4), person(4))));
    }

    @Test
    void people_who_can_stand_for_each_other_are_written_as_one_quorum() {
        assertThat(written(Crowd.apart(3), 0b011, 0b101, 0b110)).isSameAs(quorum(2, 0, 3));
    }

    @Test
    void classes_that_can_stand_for_each_other_are_written_as_one_quorum() {
        // Any two of two and two: both of one, both of the other, or one of each.
        assertThat(written(Crowd.of(new int[] {2, 2}), 0b0011, 0b0101, 0b1100)).isSameAs(quorum(2, 0, 4));
    }

    @Test
    void those_who_cannot_stand_for_each_other_are_kept_apart() {
        assertThat(written(Crowd.apart(4), 0b0011, 0b0101))
                .isSameAs(formulas.all(List.of(person(0), formulas.any(List.of(person(1), person(2))))));
        assertThat(written(Crowd.apart(4), 0b0011, 0b1100))
                .isSameAs(formulas.any(List.of(
                        formulas.all(List.of(person(0), person(1))), formulas.all(List.of(person(2), person(3))))));
    }

    @Test
    void a_class_of_which_not_each_pick_is_a_set_is_not_mixed_with_another() {
        // Two of the first two, or both of the others: one of each opens nothing.
        assertThat(written(Crowd.of(new int[] {2, 2}), 0b0011, 0b1100))
                .isSameAs(formulas.any(List.of(quorum(2, 0, 2), quorum(2, 2, 4))));
    }
}
