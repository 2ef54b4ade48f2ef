package dev.blackstart.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.blackstart.environment.EngineException;
import dev.blackstart.history.Verdict;
import dev.blackstart.observe.DiskWatch;
import dev.blackstart.testing.Kiosk;
import dev.blackstart.testing.Rehearsal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run says of a step that fills the disk of the machine, where nothing bounds it. */
class AFullDiskTest {
    @TempDir
    private Path directory;

    @Test
    void the_run_ends_before_others_on_the_machine_fail_and_names_the_step() throws IOException {
        Rehearsal rehearsal = Rehearsal.of(Kiosk.in(directory)).quick();
        rehearsal.machines().shell().knows("fill-the-disk", typed -> {
            rehearsal.engine().hasRoomFor(DiskWatch.LEAST - 1);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> !rehearsal.engine().abandoned().isEmpty());
            throw new EngineException("the machine was removed", "");
        });
        rehearsal.kiosk().replace(Kiosk.RESTORE, "start-database", "fill-the-disk");

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(run.codes()).contains("disk-nearly-full", "interrupted").doesNotContain("engine", "step-cut");
        assertThat(run.judgement().findings())
                .anySatisfy(finding -> assertThat(finding.message())
                        .startsWith("a disk that was nearly full ended the run")
                        .contains("during step 3"));
        assertThat(rehearsal.leases()).isEmpty();
    }
}
