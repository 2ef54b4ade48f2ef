package dev.blackstart.survival;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("container")
final class FullDiskTest {
    @TempDir
    private Path directory;

    private final EngineView engine = new EngineView();

    @AfterEach
    void disconnect() throws IOException {
        engine.close();
    }

    @Test
    void a_journal_that_cannot_be_written_any_more_ends_the_run_which_cleans_up_and_says_so() throws Exception {
        Workplace workplace = Workplace.in(directory);
        try (Cli run = workplace.run(Workplace.DRILL)) {
            run.awaitJournal("steady-state-held");
            letNoFileGrowBeyondTheJournal(run);

            assertThat(run.exitCode(Duration.ofMinutes(4))).as(run.output()).isEqualTo(2);
            assertThat(run.output()).contains("cannot be written", "File too large");
            assertThat(engine.leftOf(workplace.runs())).isEmpty();
        }
        Cli clean = workplace.clean();
        assertThat(clean.exitCode()).as(clean.output()).isZero();
        assertThat(LastReport.of(workplace.runs().get(0)).verdict()).isEqualTo("INCONCLUSIVE");
        assertThat(workplace.litter()).isEmpty();
    }

    @Test
    void reports_that_have_no_place_are_refused_before_anything_is_started() throws IOException {
        Workplace workplace = Workplace.in(directory);
        Files.writeString(workplace.reports(), "not a directory");
        try (Cli run = workplace.run(Workplace.DRILL)) {
            assertThat(run.exitCode()).isEqualTo(64);
            assertThat(run.output())
                    .contains("reports cannot be written to " + workplace.reports())
                    .contains("nothing was started");
            assertThat(workplace.litter()).isEmpty();
        }
    }

    /** A full disk for this process alone: a few bytes fit, and then a line is cut. */
    private static void letNoFileGrowBeyondTheJournal(Cli run) throws Exception {
        long size = Files.size(run.run().resolve("journal.jsonl")) + 50;
        int code = new ProcessBuilder(List.of("prlimit", "--pid", String.valueOf(run.pid()), "--fsize=" + size))
                .inheritIO()
                .start()
                .waitFor();
        assertThat(code).isZero();
    }
}
