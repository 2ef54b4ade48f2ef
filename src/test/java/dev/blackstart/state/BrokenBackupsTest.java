package dev.blackstart.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.state.Restores.Trial;
import dev.blackstart.testing.RealTools;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with a backup is found out once it is brought back, whether its tools said so or not; a good one differs in nothing. */
@Tag(RealTools.TAG)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrokenBackupsTest {
    private final String system;
    private Restores restores;

    BrokenBackupsTest(String system) {
        this.system = system;
    }

    abstract Restores made();

    @BeforeAll
    void make() {
        restores = made();
    }

    @AfterAll
    void close() {
        restores.close();
    }

    @ParameterizedTest
    @MethodSource("broken")
    void one_that_is_broken_is_found_out(BackupRecipe recipe) {
        Trial trial = restores.trial(recipe);

        assertThat(trial.words()).anyMatch(words -> words.contains(recipe.differs()));
        assertThat(recipe.ends(trial.failed()))
                .as("exit code: %s", trial.failed() ? "not 0" : "0")
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("good")
    void a_good_one_differs_in_nothing(BackupRecipe recipe) {
        assertThat(restores.trial(recipe).words()).isEmpty();
    }

    Stream<BackupRecipe> broken() {
        return recipes().stream().filter(recipe -> !recipe.good());
    }

    Stream<BackupRecipe> good() {
        return recipes().stream().filter(BackupRecipe::good);
    }

    private List<BackupRecipe> recipes() {
        return BackupRecipe.of(system);
    }
}
