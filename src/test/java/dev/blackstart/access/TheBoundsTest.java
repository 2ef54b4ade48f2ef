package dev.blackstart.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.access.Relaxation.Price;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TheBoundsTest {
    private final Formulas formulas = new Formulas();
    private final Antichains antichains = new Antichains(formulas, new PeopleClasses(Map.of(), List.of()), 0);

    @Test
    void people_in_common_cost_each_part_a_share() {
        List<Formula> parts = List.of(quorum(2, 0, 3), quorum(2, 1, 4));

        assertThat(Relaxation.shared(parts, new long[] {8, 8, 8, 8, 8})).containsExactly(8, 4, 4, 8, 0);
    }

    @Test
    void a_part_of_a_person_is_a_person() {
        BitSet nobody = new BitSet();

        assertThat(new Price(0, nobody).people()).isZero();
        assertThat(new Price(1, nobody).people()).isEqualTo(1);
        assertThat(new Price(Relaxation.WHOLE, nobody).people()).isEqualTo(1);
        assertThat(new Price(Relaxation.WHOLE + 1, nobody).people()).isEqualTo(2);
    }

    @Test
    void a_quorum_costs_its_cheapest_people() {
        Price price = relaxation(10).of(quorum(2, 0, 4), new long[] {5, 1, 9, 2});

        assertThat(price.least()).isEqualTo(3);
        assertThat(price.set()).isEqualTo(BitSet.valueOf(new long[] {0b1010}));
    }

    @Test
    void parts_with_people_in_common_cost_at_least_the_sum_of_their_shares() {
        Formula gate = formulas.all(List.of(quorum(2, 0, 3), quorum(2, 1, 4)));

        assertThat(relaxation(10).of(gate, new long[] {8, 8, 8, 8}).least()).isEqualTo(16);
        assertThat(relaxation(10).of(gate, new long[] {1, 8, 8, 1}).least()).isEqualTo(10);
    }

    @Test
    void a_formula_that_is_too_large_costs_at_least_as_many_people_as_it_is_known_to_need() {
        Formula gate = quorum(2, 0, 4);
        Fewest fewest = fewest(1_000);
        fewest.of(gate);
        Price price = new Relaxation(fewest, 0).of(gate, new long[] {5, 1, 9, 2});

        assertThat(price.least()).isEqualTo(3);
        assertThat(price.set()).isEqualTo(fewest.known(gate));
    }

    @Test
    void what_a_search_settles_below_settles_what_is_above() {
        Formula hard = hard();
        int size = fewest(1_000_000_000).of(hard).most();
        Formula few = quorum(2, 45, 50);
        Formula many = quorum(15, 41, 58);

        assertThat(fewest(0).of(hard).exact()).isFalse();
        assertThat(exact(formulas.all(List.of(hard, few)))).isEqualTo(size + 2);
        assertThat(exact(formulas.any(List.of(hard, many)))).isEqualTo(size);
        assertThat(exact(formulas.any(List.of(hard, few)))).isEqualTo(2);
        assertThat(fewest(0).of(formulas.all(List.of(hard, few))).exact()).isFalse();
        assertThat(fewest(0).of(formulas.any(List.of(hard, few))).exact()).isTrue();
    }

    @Test
    void what_is_found_holds_and_nobody_in_it_can_be_spared() {
        Formula hard = hard();
        for (long effort : new long[] {0, 1_000_000_000}) {
            BitSet set = fewest(effort).of(hard).set();

            assertThat(Formulas.holding(formulas.cone(hard), set).get(hard.id()))
                    .isTrue();
            assertThat(new Sparing(formulas).pruned(hard, set)).isEqualTo(set);
        }
    }

    @Test
    void one_formula_takes_a_quarter_of_the_effort_that_is_left() {
        Effort effort = new Effort(1_000);

        assertThat(effort.share(10, 100)).isEqualTo(25);
        assertThat(effort.share(10, 20)).isEqualTo(20);
        effort.spend(10, 20);
        assertThat(effort.share(10, 100)).isEqualTo(20);
        effort.spend(1, 10_000);
        assertThat(effort.share(1, 100)).isZero();
    }

    @Test
    void a_search_takes_of_the_effort() {
        Effort effort = new Effort(1_000_000_000);
        int before = effort.share(1, Integer.MAX_VALUE);
        new Fewest(formulas, antichains, effort).of(hard());

        assertThat(effort.share(1, Integer.MAX_VALUE))
                .isLessThan(before - formulas.cone(hard()).size() / 4);
    }

    private int exact(Formula formula) {
        Fewest.Found found = fewest(1_000_000_000).of(formula);
        assertThat(found.exact()).isTrue();
        return found.least();
    }

    /** Two of twelve pairs of quorums, all over people whom the others have too. */
    private Formula hard() {
        List<Formula> parts = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            parts.add(formulas.any(List.of(quorum(6, i, i + 7), quorum(7, 2 * i, 2 * i + 9))));
        }
        return formulas.atLeast(10, parts);
    }

    private Fewest fewest(long effort) {
        return new Fewest(formulas, antichains, new Effort(effort));
    }

    private Relaxation relaxation(int unfoldings) {
        return new Relaxation(fewest(0), unfoldings);
    }

    private Formula quorum(int needed, int from, int to) {
        return formulas.atLeast(
                needed, IntStream.range(from, to).mapToObj(formulas::person).toList());
    }
}
