package dev.blackstart.survival;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code -Dblackstart.survival.kills=3} kills less often, {@code -Dblackstart.survival.seed=N} at the same moments. */
@Tag("container")
final class KilledRunsTest {
    private static final int KILLS = Integer.getInteger("blackstart.survival.kills", 10);

    /** Of the about 70 entries of a quick run's journal; the clean-up begins after them. */
    private static final int ENTRIES = 62;

    @TempDir
    private Path directory;

    private final EngineView engine = new EngineView();

    @AfterEach
    void disconnect() throws IOException {
        engine.close();
    }

    @Test
    void whenever_a_run_is_killed_clean_removes_all_that_it_left_and_writes_its_report() {
        long seed = Long.getLong("blackstart.survival.seed", System.nanoTime());
        System.out.println("moments of kills: -Dblackstart.survival.seed=" + seed);
        Random random = new Random(seed);
        for (int kill = 0; kill < KILLS; kill++) {
            // One in each stretch of the run, so that few kills are spread as well as many.
            int entries = (kill * ENTRIES + random.nextInt(ENTRIES)) / KILLS;
            killedAfter(kill, entries, Duration.ofMillis(random.nextInt(800)));
        }
    }

    private void killedAfter(int kill, int entries, Duration delay) {
        Workplace workplace = Workplace.in(directory.resolve("kill-" + kill));
        try (Cli run = workplace.run(Workplace.DRILL)) {
            run.awaitLines(entries);
            Cli.pause(delay);
            run.kill();
            int left = engine.leftOf(workplace.runs()).size();
            Cli clean = workplace.clean();

            String moment =
                    "killed %d ms after %d entries, leaving %d things%n".formatted(delay.toMillis(), entries, left);
            System.out.print(moment);
            assertThat(clean.exitCode()).as(clean.output()).isZero();
            assertThat(engine.leftOf(workplace.runs())).as(moment).isEmpty();
            assertThat(workplace.litter()).as(moment).isEmpty();
            for (Path killed : workplace.runs()) {
                if (Files.exists(killed.resolve("journal.jsonl"))) {
                    LastReport report = LastReport.of(killed);
                    assertThat(report.verdict()).as(moment).isEqualTo("INCONCLUSIVE");
                    assertThat(report.codes()).as(moment).contains("run-killed");
                    assertThat(clean.output()).contains("wrote the report of the killed run " + killed.getFileName());
                }
            }
        }
    }
}
