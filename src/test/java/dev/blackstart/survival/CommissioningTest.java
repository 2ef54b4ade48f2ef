package dev.blackstart.survival;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is half made is never used, and does not stay. */
@Tag("container")
final class CommissioningTest {
    @TempDir
    private Path directory;

    private final EngineView engine = new EngineView();

    @AfterEach
    void disconnect() throws IOException {
        engine.close();
    }

    @Test
    void a_base_that_was_being_made_when_the_run_was_killed_is_removed_with_its_secrets() throws IOException {
        Workplace workplace = Workplace.in(directory).withOwnCache();
        try (Cli run = workplace.run(Workplace.DRILL)) {
            run.awaitJournal("3. The off-site server");
            assertThat(bases(workplace)).as(run.output()).anyMatch(name -> name.endsWith(".unfinished"));
            run.kill();
            Cli clean = workplace.clean();

            assertThat(clean.exitCode()).as(clean.output()).isZero();
            assertThat(engine.leftOf(workplace.runs())).isEmpty();
            assertThat(bases(workplace)).allMatch(CommissioningTest::isMark);
            assertThat(workplace.litter()).isEmpty();
            assertThat(LastReport.of(run.run()).codes()).contains("run-killed");
        }
    }

    @Test
    void a_commissioning_that_is_interrupted_removes_all_of_it_by_itself() throws IOException {
        Workplace workplace = Workplace.in(directory).withOwnCache();
        try (Cli run = workplace.run(Workplace.DRILL)) {
            run.awaitJournal("3. The off-site server").signal("TERM");

            assertThat(run.exitCode()).as(run.output()).isEqualTo(130);
            assertThat(engine.leftOf(workplace.runs())).isEmpty();
            assertThat(bases(workplace)).allMatch(CommissioningTest::isMark);
            assertThat(workplace.litter()).isEmpty();
            assertThat(LastReport.of(run.run()).codes()).contains("interrupted");
        }
    }

    /** What keeps two runs apart, and what says when a base was last used: both are empty. */
    private static boolean isMark(String name) {
        return name.endsWith(".lock") || name.endsWith(".used");
    }

    private static List<String> bases(Workplace workplace) throws IOException {
        try (Stream<Path> bases = Files.list(workplace.cache().resolve("blackstart/bases"))) {
            return bases.map(base -> String.valueOf(base.getFileName())).toList();
        }
    }
}
