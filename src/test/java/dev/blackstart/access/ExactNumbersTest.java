package dev.blackstart.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.definition.Inventory;
import dev.blackstart.testing.RealTools;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The numbers are those that trying every set of people gives, on made-up inventories of up to ten people,
 * whose secrets open each other, in circles too. The seed is
 * printed; {@code -Dblackstart.seed} repeats a run, {@code -Dblackstart.cases} sets how many there are; {@code mvn test} runs a tenth of them.
 */
class ExactNumbersTest {
    private static final long SEED = Long.getLong("blackstart.seed", new Random().nextLong());
    private static final int CASES = Integer.getInteger("blackstart.cases", 10_000);
    /** By searches alone, by few minimal sets where there are, by these alone, by trying small sets, or all sets. */
    private static final List<Limits> LIMITS = List.of(
            limits(0, 0), limits(3, 0), limits(1_000, 0), limits(0, 200), limits(0, Long.MAX_VALUE), limits(3, 200));

    private static Limits limits(int fewSets, long tried) {
        return new Limits(Integer.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, fewSets, tried, Integer.MAX_VALUE);
    }

    @Test
    void every_number_is_what_trying_every_set_of_people_gives() {
        check(CASES / 10);
    }

    @Test
    @Tag(RealTools.TAG)
    void so_is_each_of_very_many() {
        check(CASES);
    }

    private static void check(int cases) {
        System.out.println("exact numbers: " + cases + " inventories from -Dblackstart.seed=" + SEED);
        Random seeds = new Random(SEED);
        for (int i = 0; i < cases; i++) {
            long seed = seeds.nextLong();
            try {
                check(RandomInventory.of(new Random(seed)), LIMITS.get(i % LIMITS.size()));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("inventory " + i + " of -Dblackstart.seed=" + SEED, e);
            }
        }
    }

    private static void check(Inventory inventory, Limits limits) {
        BruteForce tried = new BruteForce(inventory);
        AccessAnswer answer = Access.of(inventory, limits).answer();
        for (SecretAccess secret : answer.secretAccess()) {
            checkOpening(secret, tried);
            checkCuts(secret.numbers(), Set.of(secret.name()), tried);
        }
        checkCuts(answer.system(), inventory.secrets().keySet(), tried);
        checkSinglePeople(answer, tried);
    }

    private static void checkOpening(SecretAccess secret, BruteForce tried) {
        OptionalInt size = tried.openingSize(secret.name());
        assertThat(secret.numbers().opens()).isEqualTo(size.isPresent());
        secret.numbers().openingSize().ifPresent(opening -> {
            assertThat(opening.size()).isEqualTo(Bounds.exactly(size.orElseThrow()));
            for (Set<String> people : Expanded.of(opening.people())) {
                assertThat(people).hasSize(size.orElseThrow());
                assertThat(tried.opens(secret.name(), people)).isTrue();
            }
            Set<String> acting = new HashSet<>();
            Set<String> opened = new HashSet<>();
            for (PathStep step : opening.path()) {
                assertThat(opened).containsAll(step.through());
                opened.add(step.secret());
                acting.addAll(step.people());
            }
            assertThat(opened).contains(secret.name());
            assertThat(acting).isEqualTo(opening.oneSet());
        });
    }

    private static void checkCuts(Numbers numbers, Set<String> secrets, BruteForce tried) {
        Set<Set<String>> cuts = tried.cutSets(secrets);
        int least = cuts.stream().mapToInt(Set::size).min().orElseThrow();
        assertThat(numbers.busFactor().size()).isEqualTo(Bounds.exactly(least));
        assertThat(cuts).containsAll(Expanded.of(numbers.busFactor().cut()));
        assertThat(numbers.cutSets().complete()).isTrue();
        List<Set<String>> listed = Expanded.all(numbers.cutSets().listed());
        assertThat(listed).containsExactlyInAnyOrderElementsOf(cuts);
        assertThat(numbers.cutSets().listed()).map(Choice::size).isSorted();
        assertThat(numbers.cutSets().least())
                .isEqualTo(numbers.cutSets().most().orElseThrow())
                .isEqualTo(cuts.size());
    }

    private static void checkSinglePeople(AccessAnswer answer, BruteForce tried) {
        for (String person : answer.people()) {
            Set<String> hanging = new HashSet<>();
            for (SecretAccess secret : answer.secretAccess()) {
                if (tried.cutSets(Set.of(secret.name())).contains(Set.of(person))) {
                    hanging.add(secret.name());
                }
            }
            assertThat(answer.singlePoints())
                    .filteredOn(point -> point.kind() == SinglePoint.Kind.PERSON
                            && point.name().equals(person))
                    .flatExtracting(SinglePoint::secrets)
                    .containsExactlyInAnyOrderElementsOf(hanging);
        }
    }
}
