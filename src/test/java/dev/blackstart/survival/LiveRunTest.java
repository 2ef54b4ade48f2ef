package dev.blackstart.survival;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.secret.Leak;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole run that is watched by others. With {@code -Dblackstart.survival.controls=true} its controls are watched too.
 */
@Tag("container")
final class LiveRunTest {
    private static final List<String> OPTIONS =
            Boolean.getBoolean("blackstart.survival.controls") ? List.of() : List.of("--quick");

    @TempDir
    private Path directory;

    private final EngineView engine = new EngineView();

    @AfterEach
    void disconnect() throws IOException {
        engine.close();
    }

    @Test
    void a_clean_beside_a_live_run_leaves_it_alone_and_nobody_who_looks_around_finds_a_secret() throws IOException {
        Workplace workplace = Workplace.in(directory);
        try (Cli run = workplace.runWith(OPTIONS, Workplace.DRILL)) {
            run.awaitJournal("step-started");
            try (Spy spy = Spy.on(run.run(), engine)) {
                Cli clean = workplace.clean();

                assertThat(clean.exitCode()).as(clean.output()).isZero();
                assertThat(clean.output())
                        .contains("run " + run.run().getFileName() + " is not known to be dead: left alone")
                        .doesNotContain("of run " + run.run().getFileName());
                assertThat(run.exitCode()).as(run.output()).isZero();
                assertThat(LastReport.of(run.run()).verdict()).isEqualTo("PASSED");
                assertThat(engine.leftOf(workplace.runs())).isEmpty();

                List<Leak> leaks = spy.leaks();
                assertThat(leaks).isEmpty();
                assertThat(spy.scan().tree(workplace.directory())).isEmpty();
                assertThat(spy.looked()).as("what was looked at").satisfies(Spy.Looked::demandEnough);
                System.out.println("searched " + spy.looked());
            }
        }
    }
}
