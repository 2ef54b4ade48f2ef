package dev.blackstart.survival;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("container")
final class DeadEngineTest {
    @TempDir
    private Path directory;

    private final EngineView engine = new EngineView();

    @AfterEach
    void disconnect() throws IOException {
        engine.close();
    }

    @Test
    void an_engine_that_dies_in_the_middle_of_a_drill_is_the_reason_that_nothing_can_be_told() throws IOException {
        Workplace workplace = Workplace.in(directory);
        // The path of a socket is short by nature, and that of a test's directory may not be.
        Path place = Files.createTempDirectory("bs");
        try (CuttableEngine dying = CuttableEngine.at(place.resolve("e"));
                Cli run = workplace.with("DOCKER_HOST", dying.address()).run(Workplace.DRILL)) {
            run.awaitJournal("4. Load the backup");
            dying.cut();

            assertThat(run.exitCode(Duration.ofMinutes(4))).as(run.output()).isEqualTo(2);
            LastReport report = LastReport.of(run.run());
            assertThat(report.verdict()).isEqualTo("INCONCLUSIVE");
            assertThat(report.codes()).contains("engine", "not-cleaned-up");
            assertThat(run.output()).contains("the engine is gone").contains("blackstart clean");
            onceItIsBackCleanRemovesWhatIsLeft(workplace);
        } finally {
            Files.deleteIfExists(place);
        }
    }

    private void onceItIsBackCleanRemovesWhatIsLeft(Workplace workplace) {
        assertThat(engine.leftOf(workplace.runs())).isNotEmpty();
        Cli clean = workplace.clean();
        assertThat(clean.exitCode()).as(clean.output()).isZero();
        assertThat(engine.leftOf(workplace.runs())).isEmpty();
        assertThat(workplace.litter()).isEmpty();
    }
}
