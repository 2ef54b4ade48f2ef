package dev.blackstart.access;

import static dev.blackstart.access.Inventories.PLACE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.access.Remaining.Still;
import dev.blackstart.definition.AccessFormula;
import dev.blackstart.definition.AccessFormula.ByPerson;
import dev.blackstart.definition.AccessFormula.ByUntold;
import dev.blackstart.definition.AccessFormula.Quorum;
import dev.blackstart.definition.DocumentedSecret;
import dev.blackstart.definition.Inventory;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** No number is exact while something that matters was not told. */
class WhatIsUntoldTest {
    private static final AccessFormula ALICE = new ByPerson("alice", PLACE);
    private static final AccessFormula BOB = new ByPerson("bob", PLACE);
    private static final AccessFormula HIDDEN = new ByUntold("a key that the file does not name", PLACE);
    private static final AccessFormula KMS = new ByUntold("whoever may ask aws kms", PLACE);

    @Test
    void a_hidden_recipient_makes_the_bus_factor_at_least_what_it_would_be_without() {
        Inventory inventory = of(new Quorum(1, List.of(ALICE, HIDDEN), PLACE));
        SecretAccess secret = answer(inventory);

        assertThat(secret.numbers().busFactor().size())
                .isEqualTo(Bounds.atLeast(1))
                .hasToString("at least 1");
        assertThat(secret.numbers().openingSize().orElseThrow().size()).isEqualTo(Bounds.exactly(1));
        assertThat(secret.numbers().cutSets().counted()).isFalse();
        assertThat(secret.untold()).containsExactly("a key that the file does not name");
        assertThat(Access.of(inventory).answer().exact()).isFalse();
        assertThat(Access.of(inventory).without(Set.of("alice")).secrets())
                .extracting(Remaining.Secret::still)
                .containsExactly(Still.UNTOLD);
    }

    @Test
    void a_service_that_must_be_asked_besides_leaves_it_open_whether_anybody_opens_it() {
        Inventory inventory = of(new Quorum(2, List.of(new Quorum(1, List.of(ALICE, BOB), PLACE), KMS), PLACE));
        SecretAccess secret = answer(inventory);

        assertThat(secret.numbers().opens()).isTrue();
        assertThat(secret.numbers().busFactor().size()).isEqualTo(Bounds.between(0, 2));
        assertThat(secret.numbers().busFactor().cut().one()).containsExactly("alice", "bob");
        assertThat(secret.numbers().openingSize().orElseThrow().size()).isEqualTo(Bounds.atLeast(1));
        assertThat(Access.of(inventory).without(Set.of("alice", "bob")).secrets())
                .extracting(Remaining.Secret::still)
                .containsExactly(Still.CLOSED);
    }

    @Test
    void what_nobody_is_known_to_open_has_no_number() {
        SecretAccess secret = answer(of(HIDDEN));

        assertThat(secret.numbers().busFactor().size()).hasToString("not known");
        assertThat(secret.numbers().opens()).isTrue();
    }

    @Test
    void what_changes_nothing_is_not_told_of() {
        SecretAccess secret =
                answer(of(new Quorum(1, List.of(ALICE, new Quorum(2, List.of(ALICE, HIDDEN), PLACE)), PLACE)));

        assertThat(secret.numbers().exact()).isTrue();
        assertThat(secret.untold()).isEmpty();
    }

    /** Whoever turns out to be behind what is untold: nobody, somebody who is known, one more, or all. */
    @Test
    void the_truth_lies_between_the_bounds_whatever_it_turns_out_to_be() {
        long seed = Long.getLong("blackstart.seed", new Random().nextLong());
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            Inventory whole = RandomInventory.of(random);
            Inventory untold = mapped(whole, leaf -> random.nextInt(5) == 0 ? new ByUntold("it", PLACE) : leaf);
            List<String> people = List.copyOf(whole.people().keySet());
            Set<String> lost =
                    people.stream().filter(person -> random.nextInt(3) == 0).collect(Collectors.toSet());
            Access bounds = Access.of(untold, Limits.USUAL);
            for (int j = 0; j < 2; j++) {
                Inventory truth = mapped(
                        untold,
                        leaf -> leaf instanceof ByUntold
                                ? switch (random.nextInt(3)) {
                                    case 0 -> new Quorum(1, List.of(), PLACE);
                                    case 1 -> new ByPerson(people.get(random.nextInt(people.size())), PLACE);
                                    default -> new Quorum(0, List.of(), PLACE);
                                }
                                : leaf);
                assertBetween("seed " + seed, bounds, Access.of(truth, Limits.USUAL), lost);
            }
        }
    }

    private static void assertBetween(String seed, Access bounds, Access truth, Set<String> lost) {
        List<SecretAccess> told = bounds.answer().secretAccess();
        List<SecretAccess> real = truth.answer().secretAccess();
        List<Remaining.Secret> left = bounds.without(lost).secrets();
        List<Remaining.Secret> really = truth.without(lost).secrets();
        for (int i = 0; i < told.size(); i++) {
            Bounds between = told.get(i).numbers().busFactor().size();
            Bounds exact = real.get(i).numbers().busFactor().size();
            assertThat(exact.least()).as(seed).isGreaterThanOrEqualTo(between.least());
            between.most()
                    .ifPresent(most -> assertThat(exact.most().orElse(Integer.MAX_VALUE))
                            .as(seed)
                            .isLessThanOrEqualTo(most));
            Optional<Integer> opening =
                    real.get(i).numbers().openingSize().map(size -> size.size().least());
            Optional<Bounds> openings = told.get(i).numbers().openingSize().map(OpeningSize::size);
            opening.filter(size -> size > 0)
                    .ifPresent(size -> assertThat(openings.orElseThrow())
                            .as(seed)
                            .matches(range -> range.least() <= size && !range.below(size)));
            if (left.get(i).still() != Still.UNTOLD) {
                assertThat(left.get(i).still()).as(seed).isEqualTo(really.get(i).still());
            }
        }
    }

    private interface Leaf {
        AccessFormula of(AccessFormula leaf);
    }

    private static Inventory mapped(Inventory inventory, Leaf leaf) {
        List<DocumentedSecret> secrets = inventory.secrets().values().stream()
                .map(one -> new DocumentedSecret(
                        one.name(),
                        one.purpose(),
                        one.store(),
                        mapped(one.openedBy(), leaf),
                        one.copies().stream()
                                .map(copy -> new DocumentedSecret.Copy(
                                        copy.store(), mapped(copy.openedBy(), leaf), copy.place()))
                                .toList(),
                        one.heldBy(),
                        one.generate(),
                        one.place()))
                .toList();
        return Inventories.of(List.copyOf(inventory.people().keySet()), secrets);
    }

    private static AccessFormula mapped(AccessFormula formula, Leaf leaf) {
        return formula instanceof Quorum quorum && !quorum.of().isEmpty()
                ? new Quorum(
                        quorum.quorum(),
                        quorum.of().stream().map(part -> mapped(part, leaf)).toList(),
                        quorum.place())
                : leaf.of(formula);
    }

    private static Inventory of(AccessFormula formula) {
        return Inventories.of(
                List.of("alice", "bob"),
                List.of(new DocumentedSecret("one", "", "s1", formula, List.of(), Set.of(), Optional.empty(), PLACE)));
    }

    private static SecretAccess answer(Inventory inventory) {
        return Access.of(inventory).answer().secretAccess().get(0);
    }
}
