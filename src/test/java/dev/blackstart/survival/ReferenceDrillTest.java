package dev.blackstart.survival;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reference drill as a user runs it: from the command line, against the real engine. */
@Tag("container")
final class ReferenceDrillTest {
    @TempDir
    private Path directory;

    private final EngineView engine = new EngineView();

    @AfterEach
    void disconnect() throws IOException {
        engine.close();
    }

    @Test
    void a_lost_database_server_comes_back_and_nothing_is_left_in_the_engine() throws IOException {
        Workplace workplace = Workplace.in(directory);
        try (Cli run = workplace.run(Workplace.DRILL)) {
            int exitCode = run.exitCode();

            assertThat(engine.leftOf(workplace.runs())).isEmpty();
            assertThat(exitCode).as(run.output()).isZero();
            assertThat(LastReport.of(run.run()).verdict()).isEqualTo("PASSED");
        }
    }
}
