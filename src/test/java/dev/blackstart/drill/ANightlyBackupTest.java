package dev.blackstart.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Event;
import dev.blackstart.report.Reports;
import dev.blackstart.testing.Kiosk;
import dev.blackstart.testing.Rehearsal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup that comes too rarely to be waited for is started by the drill, and its schedule counts. */
class ANightlyBackupTest {
    private static final Duration NIGHTLY = Duration.ofHours(24);

    @TempDir
    private Path directory;

    private Rehearsal rehearsal;

    @BeforeEach
    void begin() throws IOException {
        rehearsal = Rehearsal.of(Kiosk.in(directory)).quick();
        rehearsal.machines().backsUpNoMore();
        rehearsal
                .kiosk()
                .replace(
                        Kiosk.COMPOSE,
                        "{ service: offsite, path: /srv/backups }",
                        "{ service: offsite, path: /srv/backups, every: 24h }");
        promise("25h");
        start("back-up");
    }

    @Test
    void the_recovery_point_is_the_schedule_and_what_was_measured() throws IOException {
        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(run.judgement().actuals().schedule()).contains(NIGHTLY);
        assertThat(run.judgement().actuals().recoveryPoint().orElseThrow())
                .isGreaterThan(NIGHTLY)
                .isLessThan(NIGHTLY.plusMinutes(1));
        assertThat(Reports.read(run.directory()).why())
                .contains("with backups that lie 24 h apart, up to 24 h ")
                .endsWith(" may be lost.");
    }

    @Test
    void without_one_nothing_that_was_written_came_back() throws IOException {
        rehearsal.kiosk().replace(Kiosk.LOST, "baseline: { backup: { service: db, run: back-up } }\n", "");

        assertThat(rehearsal.run(Kiosk.LOST).codes()).contains("recovery-point-unknown");
    }

    @Test
    void a_promise_that_the_schedule_alone_breaks_is_missed() throws IOException {
        rehearsal.kiosk().replace(Kiosk.LOST, "recoveryPoint: 25h", "recoveryPoint: 1h");

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.codes()).contains("recovery-point-missed");
        assertThat(run.judgement().findings().get(0).message())
                .startsWith("up to 24 h ")
                .contains("the backups lie 24 h apart");
    }

    @Test
    void one_that_fails_ends_the_run_before_anything_is_destroyed() throws IOException {
        rehearsal.kiosk().replace(Kiosk.LOST, "run: back-up", "run: exit 4");

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(run.codes()).contains("backup-failed");
        assertThat(run.events(Event.Struck.class)).isEmpty();
        assertThat(run.judgement().findings().get(0).message()).endsWith("this step does not work");
    }

    @Test
    void every_control_has_one_too() throws IOException {
        Rehearsal whole = Rehearsal.of(rehearsal.kiosk());
        whole.machines().backsUpNoMore();

        assertThat(whole.run(Kiosk.LOST).verdict()).isEqualTo(Verdict.PASSED);
    }

    private void promise(String recoveryPoint) throws IOException {
        rehearsal.kiosk().replace(Kiosk.LOST, "recoveryPoint: 10s", "recoveryPoint: " + recoveryPoint);
    }

    private void start(String command) throws IOException {
        Path drill = directory.resolve(Kiosk.LOST);
        rehearsal
                .kiosk()
                .write(
                        Kiosk.LOST,
                        Files.readString(drill)
                                .replace(
                                        "disaster:\n",
                                        "baseline: { backup: { service: db, run: " + command + " } }\ndisaster:\n"));
    }
}
