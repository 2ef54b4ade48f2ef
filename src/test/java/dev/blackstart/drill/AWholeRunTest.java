package dev.blackstart.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Event;
import dev.blackstart.report.Reports;
import dev.blackstart.testing.Kiosk;
import dev.blackstart.testing.Rehearsal;
import dev.blackstart.verdict.ControlResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A drill from its plan to its report, on machines that are fake. */
class AWholeRunTest {
    @TempDir
    private Path directory;

    private Rehearsal rehearsal;

    @BeforeEach
    void begin() throws IOException {
        rehearsal = Rehearsal.of(Kiosk.in(directory));
    }

    @Test
    void a_lost_server_that_comes_back_passes_and_every_control_fails() throws IOException {
        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.codes()).containsExactly("secrets-unproven");
        assertThat(run.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(run.judgement().controls())
                .extracting(result -> result.control().name(), ControlResult::verdict)
                .containsExactlyInAnyOrder(
                        tuple("without a backup", Verdict.FAILED),
                        tuple("without hosting-login", Verdict.FAILED),
                        tuple("without backup-passphrase", Verdict.FAILED),
                        tuple("with an older backup", Verdict.FAILED),
                        tuple("with another hosting-login", Verdict.FAILED),
                        tuple("with another backup-passphrase", Verdict.FAILED));
        assertThat(run.directory().resolve(Reports.JSON)).isRegularFile();
    }

    @Test
    void every_replica_is_closed_and_looked_for_afterwards() throws IOException {
        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(rehearsal.engine().opened()).hasSize(6);
        for (String attempt : new String[] {"main", "without a backup", "step by step, 1", "step by step, 2"}) {
            assertThat(rehearsal.engine().done())
                    .containsSubsequence(attempt + ": close", attempt + ": look for remains");
            assertThat(run.events(attempt, Event.CleanedUp.class)).containsExactly(new Event.CleanedUp(0, 0, 0, false));
        }
        assertThat(rehearsal.engine().done()).contains("commission: close");
    }

    @Test
    void a_quick_run_leaves_the_controls_out_and_proves_less() throws IOException {
        Rehearsal.Result run = rehearsal.quick().run(Kiosk.LOST);

        assertThat(run.judgement().controls()).isEmpty();
        assertThat(rehearsal.engine().opened()).hasSize(2);
    }

    @Test
    void the_second_run_finds_what_the_first_one_commissioned() throws IOException {
        rehearsal.quick().run(Kiosk.LOST);

        Rehearsal again = Rehearsal.of(rehearsal.kiosk()).quick();
        Rehearsal.Result run = again.run(Kiosk.LOST);

        assertThat(run.codes()).containsExactly("controls-left-out", "secrets-unproven");
        assertThat(again.engine().done()).doesNotContain("commission: open");
    }

    @Test
    void what_recovery_took_is_counted_from_the_strike() throws IOException {
        rehearsal.kiosk().replace(Kiosk.RESTORE, "start-database", "sleep 90\nstart-database");

        Rehearsal.Result run = rehearsal.quick().run(Kiosk.LOST);

        assertThat(run.judgement().actuals().recoveryTime().orElseThrow())
                .isBetween(Duration.ofSeconds(90), Duration.ofSeconds(120));
    }

    @Test
    void a_recovery_that_takes_longer_than_its_objective_fails() throws IOException {
        rehearsal.kiosk().replace(Kiosk.RESTORE, "start-database", "sleep 301\nstart-database");

        Rehearsal.Result run = rehearsal.quick().run(Kiosk.LOST);

        assertThat(run.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(run.codes()).contains("recovery-time-missed");
    }

    @Test
    void a_replica_that_is_kept_stays_up_with_its_lease() throws IOException {
        Rehearsal.Result run = rehearsal.quick().keep().run(Kiosk.LOST);

        assertThat(rehearsal.engine().done()).doesNotContain("main: close");
        assertThat(run.events(Event.CleanedUp.class)).allMatch(Event.CleanedUp::kept);
        assertThat(run.codes()).contains("kept");
        assertThat(rehearsal.leases())
                .containsExactly(run.directory().getFileName().toString());
    }

    @Test
    void a_run_that_left_nothing_takes_its_lease_away() throws IOException {
        rehearsal.quick().run(Kiosk.LOST);

        assertThat(rehearsal.leases()).isEmpty();
    }

    @Test
    void no_value_of_a_secret_is_written_down() throws IOException {
        rehearsal
                .kiosk()
                .replace(Kiosk.RESTORE, "start-database", "start-database\n```\n\n```sh\npass show bank-token");

        Rehearsal.Result run = rehearsal.quick().run(Kiosk.LOST);

        assertThat(run.events(Event.StepEnded.class))
                .filteredOn(step -> step.opened().contains("bank-token"))
                .singleElement()
                .satisfies(step ->
                        assertThat(step.excerpt()).contains("bank-token").doesNotMatch("[0-9a-f]{32}"));
    }

    @Test
    void a_page_that_forgets_the_backups_brings_nothing_back_for_long() throws IOException {
        rehearsal
                .kiosk()
                .replace(Kiosk.RESTORE, "pass show backup-passphrase | ssh db keep backup-passphrase", "sleep 1")
                .replace(Kiosk.RESTORE, "back-up", "sleep 1");

        Rehearsal.Result run = rehearsal.quick().run(Kiosk.LOST);

        assertThat(run.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(run.codes()).contains("no-new-backup");
    }
}
