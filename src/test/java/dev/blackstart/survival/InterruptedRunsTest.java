package dev.blackstart.survival;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ctrl-C and a CI's cancel end a run in good order, whatever it is doing. */
@Tag("container")
final class InterruptedRunsTest {
    @TempDir
    private Path directory;

    private final EngineView engine = new EngineView();

    @AfterEach
    void disconnect() throws IOException {
        engine.close();
    }

    @ParameterizedTest(name = "{0} after {1}")
    @CsvSource({
        "TERM, stage-started, while machines are made side by side",
        "INT, 4. Load the backup, in the middle of a step",
    })
    void an_interrupted_run_removes_everything_and_reports_why_it_ended(String signal, String after, String what) {
        interrupted(List.of("--quick"), signal, after, what);
    }

    @ParameterizedTest(name = "{0} after {1}")
    @CsvSource({"TERM, without-backup, in a control"})
    void a_control_is_interrupted_like_the_drill_itself(String signal, String after, String what) {
        interrupted(List.of(), signal, after, what);
    }

    private void interrupted(List<String> options, String signal, String after, String what) {
        Workplace workplace = Workplace.in(directory);
        try (Cli run = workplace.runWith(options, Workplace.DRILL)) {
            run.awaitJournal(after).signal(signal);

            assertThat(run.exitCode()).as(run.output()).isEqualTo(130);
            assertThat(engine.leftOf(workplace.runs())).as(what).isEmpty();
            assertThat(workplace.litter()).as(what).isEmpty();
            LastReport report = LastReport.of(run.run());
            assertThat(report.verdict()).isEqualTo("INCONCLUSIVE");
            assertThat(report.codes()).contains("interrupted").doesNotContain("left-behind");
        }
    }
}
