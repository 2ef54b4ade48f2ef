package dev.blackstart.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.definition.AccessFormula;
import dev.blackstart.definition.AccessFormula.ByPerson;
import dev.blackstart.definition.AccessFormula.BySecret;
import dev.blackstart.definition.AccessFormula.Quorum;
import dev.blackstart.definition.DocumentedSecret;
import dev.blackstart.definition.Inventory;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WhatNoListHoldsTest {
    private static final List<String> PEOPLE =
            IntStream.range(0, 60).mapToObj(number -> "p" + number).toList();

    @Test
    void a_quorum_stays_a_quorum() {
        CutSets cuts = cuts(Limits.USUAL, quorum(15, 0, 30));

        assertThat(cuts.listed())
                .containsExactly(new Choice(List.of(new Block(16, Set.copyOf(PEOPLE.subList(0, 30))))));
        assertThat(cuts.listed().get(0).blocks().get(0).of()).containsExactlyElementsOf(PEOPLE.subList(0, 30));
        assertThat(cuts.complete()).isTrue();
        assertThat(cuts.least()).isEqualTo(cuts.most().orElseThrow()).isEqualTo(new BigInteger("145422675"));
    }

    @Test
    void those_of_one_size_are_listed_in_the_order_of_the_people() {
        CutSets cuts = cuts(Limits.USUAL, all(quorum(1, 4, 6), quorum(2, 0, 3), quorum(1, 6, 8)));

        assertThat(cuts.listed())
                .map(Choice::one)
                .containsExactly(Set.of("p0", "p1"), Set.of("p4", "p5"), Set.of("p6", "p7"));
    }

    @Test
    void where_not_all_are_listed_the_smallest_are_and_the_number_is_exact() {
        CutSets cuts = cuts(
                new Limits(2, 1_000_000, 1_000_000, 0, 0, 0),
                all(quorum(8, 0, 10), quorum(3, 10, 20), quorum(1, 20, 40)));

        assertThat(cuts.complete()).isFalse();
        assertThat(cuts.listed()).map(Choice::size).containsExactly(3, 8);
        assertThat(cuts.counted()).isTrue();
        assertThat(cuts.most().orElseThrow()).isEqualTo(120 + 45 + 1);
    }

    @Test
    void where_people_are_shared_and_not_all_are_listed_the_number_is_bounded() {
        AccessFormula shared = new Quorum(
                2, List.of(quorum(8, 0, 10), quorum(3, 5, 15), quorum(4, 8, 18), quorum(2, 3, 9)), Inventories.PLACE);
        CutSets some = cuts(new Limits(3, 1_000_000, 1_000_000, 0, 0, 0), shared);
        CutSets every = cuts(Limits.USUAL, shared);

        assertThat(every.complete()).isTrue();
        assertThat(every.listed()).hasSizeGreaterThan(3);
        assertThat(some.complete()).isFalse();
        assertThat(some.counted()).isFalse();
        assertThat(some.listed()).map(Choice::size).isEqualTo(sizes(every).subList(0, 3));
        assertThat(some.least()).isLessThanOrEqualTo(every.least()).isPositive();
        assertThat(some.most().orElseThrow())
                .isGreaterThanOrEqualTo(every.most().orElseThrow());
    }

    @Test
    void without_effort_there_is_one_of_the_smallest_and_bounds() {
        CutSets cuts = cuts(new Limits(100, 1_000_000, 0, 0, 0, 0), all(quorum(8, 0, 10), quorum(3, 10, 20)));

        assertThat(cuts.listed()).map(Choice::size).containsExactly(3);
        assertThat(cuts.complete()).isFalse();
        assertThat(cuts.counted()).isTrue();
    }

    @Test
    void a_bus_factor_that_no_search_may_settle_lies_between_bounds() {
        List<AccessFormula> parts = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            parts.add(all(quorum(2, i, i + 7), quorum(3, 2 * i, 2 * i + 9)));
        }
        AccessFormula formula = new Quorum(3, parts, Inventories.PLACE);

        Numbers bounded = numbers(new Limits(100, 0, 0, 0, 0, 0), formula);
        Numbers exact = numbers(Limits.USUAL, formula);

        Bounds size = exact.busFactor().size();
        assertThat(size.exact()).isTrue();
        assertThat(exact.busFactor().cut().size()).isEqualTo(size.least());
        assertThat(bounded.busFactor().size().exact()).isFalse();
        assertThat(bounded.busFactor().size().least()).isLessThanOrEqualTo(size.least());
        assertThat(bounded.busFactor().size().most().orElseThrow())
                .isGreaterThanOrEqualTo(size.most().orElseThrow());
        assertThat(bounded.busFactor().cut().size())
                .isEqualTo(bounded.busFactor().size().most().orElseThrow());
        assertThat(bounded.cutSets().listed()).isEmpty();
        assertThat(bounded.busFactor().atLeast(size.most().orElseThrow() + 1)).isFalse();
        assertThat(exact.busFactor().atLeast(size.least())).isTrue();
    }

    @Test
    void a_chain_of_thousands_of_secrets_is_followed_to_its_end() {
        List<DocumentedSecret> chain = new ArrayList<>();
        chain.add(secret("s0", quorum(2, 0, 5)));
        for (int i = 1; i < 2_000; i++) {
            AccessFormula before = new BySecret("s" + (i - 1), Inventories.PLACE);
            AccessFormula person = new ByPerson(PEOPLE.get(i % 60), Inventories.PLACE);
            chain.add(0, secret("s" + i, new Quorum(1 + i % 2, List.of(before, person), Inventories.PLACE)));
        }
        Inventory inventory = Inventories.of(PEOPLE, chain);

        assertThat(Access.of(inventory).busFactor("s1999").size().exact()).isTrue();
        assertThat(Access.of(inventory).without(Set.of()).secrets()).allMatch(Remaining.Secret::open);
    }

    @Test
    void secrets_that_open_only_each_other_open_for_nobody() {
        Inventory circle = Inventories.of(
                PEOPLE,
                List.of(
                        secret("a", new BySecret("b", Inventories.PLACE)),
                        secret("b", new BySecret("a", Inventories.PLACE))));

        assertThat(Access.of(circle).answer().secretAccess())
                .noneMatch(secret -> secret.numbers().opens());
    }

    private static List<Integer> sizes(CutSets cuts) {
        return cuts.listed().stream().map(Choice::size).toList();
    }

    private static CutSets cuts(Limits limits, AccessFormula formula) {
        return numbers(limits, formula).cutSets();
    }

    private static Numbers numbers(Limits limits, AccessFormula formula) {
        return Access.of(Inventories.of(PEOPLE, List.of(secret("one", formula))), limits)
                .answer()
                .secretAccess()
                .get(0)
                .numbers();
    }

    private static DocumentedSecret secret(String name, AccessFormula formula) {
        return new DocumentedSecret(
                name, "", "store", formula, List.of(), Set.of(), Optional.empty(), Inventories.PLACE);
    }

    private static AccessFormula all(AccessFormula... parts) {
        return new Quorum(parts.length, List.of(parts), Inventories.PLACE);
    }

    private static AccessFormula quorum(int needed, int from, int to) {
        List<AccessFormula> people = PEOPLE.subList(from, to).stream()
                .<AccessFormula>map(person -> new ByPerson(person, Inventories.PLACE))
                .toList();
        return new Quorum(needed, people, Inventories.PLACE);
    }
}
