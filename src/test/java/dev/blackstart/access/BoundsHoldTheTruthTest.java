package dev.blackstart.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.testing.RealTools;
import java.math.BigInteger;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where a search may not go far, what trying every set of people gives lies between the bounds. */
class BoundsHoldTheTruthTest {
    private static final long SEED = Long.getLong("blackstart.seed", new Random().nextLong());

    @Test
    void every_number_lies_between_its_bounds() {
        check(400);
    }

    @Test
    @Tag(RealTools.TAG)
    void so_does_each_of_very_many() {
        check(2_000);
    }

    private static void check(int cases) {
        System.out.println("bounds: from -Dblackstart.seed=" + SEED);
        Random seeds = new Random(SEED);
        for (int i = 0; i < cases; i++) {
            MadeUp made = MadeUp.of(new Random(seeds.nextLong()));
            try {
                check(made.access().answer(), new BruteForce(made.inventory()));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("inventory " + i + " of -Dblackstart.seed=" + SEED, e);
            }
        }
    }

    private static void check(AccessAnswer answer, BruteForce tried) {
        for (SecretAccess secret : answer.secretAccess()) {
            OptionalInt size = tried.openingSize(secret.name());
            assertThat(secret.numbers().opens()).isEqualTo(size.isPresent());
            secret.numbers().openingSize().ifPresent(opening -> within(opening.size(), size.orElseThrow()));
            Set<Set<String>> cuts = tried.cutSets(Set.of(secret.name()));
            within(
                    secret.numbers().busFactor().size(),
                    cuts.stream().mapToInt(Set::size).min().orElseThrow());
            BigInteger count = BigInteger.valueOf(cuts.size());
            assertThat(secret.numbers().cutSets().least()).isLessThanOrEqualTo(count);
            secret.numbers().cutSets().most().ifPresent(most -> assertThat(most).isGreaterThanOrEqualTo(count));
        }
    }

    private static void within(Bounds bounds, int number) {
        assertThat(bounds.least()).isLessThanOrEqualTo(number);
        bounds.most().ifPresent(most -> assertThat(most).isGreaterThanOrEqualTo(number));
    }
}
