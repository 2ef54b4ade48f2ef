package dev.blackstart.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.definition.Inventory;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What one person opens is what trying every set of people gives, on made-up inventories. */
class WhatOnePersonOpensTest {
    private static final long SEED = Long.getLong("blackstart.seed", new Random().nextLong());
    private static final int CASES = 150;

    @Test
    void it_is_what_trying_every_set_of_people_gives() {
        System.out.println("what one person opens: " + CASES + " inventories from -Dblackstart.seed=" + SEED);
        Random seeds = new Random(SEED);
        for (int i = 0; i < CASES; i++) {
            Inventory inventory = RandomInventory.of(new Random(seeds.nextLong()));
            try {
                check(inventory);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("inventory " + i + " of -Dblackstart.seed=" + SEED, e);
            }
        }
    }

    private static void check(Inventory inventory) {
        BruteForce tried = new BruteForce(inventory);
        Access access = Access.of(inventory);
        List<String> people = List.copyOf(inventory.people().keySet());
        for (String person : people) {
            OfPerson found = access.of(person);
            assertThat(found.alone())
                    .map(OfPerson.Alone::secret)
                    .containsExactlyElementsOf(inventory.secrets().keySet().stream()
                            .filter(secret -> tried.opens(secret, Set.of(person)))
                            .toList());
            Map<String, Integer> together = new HashMap<>();
            for (OfPerson.Together one : found.together()) {
                together.put(one.secret(), one.others().least());
                assertThat(one.others().exact()).isTrue();
                for (Set<String> others : Expanded.of(one.who())) {
                    assertThat(others).hasSize(one.others().least()).doesNotContain(person);
                }
                Set<String> others = new HashSet<>(one.who().one());
                assertThat(tried.opens(one.secret(), others)).isFalse();
                others.add(person);
                assertThat(tried.opens(one.secret(), others)).isTrue();
            }
            assertThat(together).isEqualTo(fewest(inventory, tried, people, person));
        }
    }

    private static Map<String, Integer> fewest(
            Inventory inventory, BruteForce tried, List<String> people, String person) {
        Map<String, Integer> fewest = new HashMap<>();
        for (String secret : inventory.secrets().keySet()) {
            needing(tried, people, person, secret).ifPresent(others -> fewest.put(secret, others));
        }
        return fewest;
    }

    private static Optional<Integer> needing(BruteForce tried, List<String> people, String person, String secret) {
        if (tried.opens(secret, Set.of(person))) {
            return Optional.empty();
        }
        Optional<Integer> least = Optional.empty();
        for (int pick = 0; pick < 1 << people.size(); pick++) {
            int chosen = pick;
            Set<String> others = people.stream()
                    .filter(one -> ((chosen >> people.indexOf(one)) & 1) == 1 && !one.equals(person))
                    .collect(Collectors.toSet());
            if ((least.isPresent() && others.size() >= least.get()) || tried.opens(secret, others)) {
                continue;
            }
            others.add(person);
            if (tried.opens(secret, others)) {
                least = Optional.of(others.size() - 1);
            }
        }
        return least;
    }
}
