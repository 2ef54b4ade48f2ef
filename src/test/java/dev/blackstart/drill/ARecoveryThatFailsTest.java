package dev.blackstart.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.Event.StepOutcome;
import dev.blackstart.testing.Kiosk;
import dev.blackstart.testing.Rehearsal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run says of a recovery that went wrong, by what went wrong. */
class ARecoveryThatFailsTest {
    private static final String FETCH = "pass show backup-passphrase | fetch-backup db";

    @TempDir
    private Path directory;

    private Rehearsal rehearsal;

    @BeforeEach
    void begin() throws IOException {
        rehearsal = Rehearsal.of(Kiosk.in(directory)).quick();
    }

    @Test
    void a_service_that_does_not_work_again_fails_whatever_the_steps_say() throws IOException {
        rehearsal.kiosk().replace(Kiosk.RESTORE, "start-database", "start-database\nclose-the-kiosk");

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(run.codes()).contains("steady-state-not-restored");
        assertThat(run.judgement().findings())
                .anySatisfy(finding ->
                        assertThat(finding.message()).endsWith(": \"the kiosk is open\": 503 instead of 200: closed"));
    }

    @Test
    void a_step_that_fails_ends_the_recovery() throws IOException {
        rehearsal.kiosk().replace(Kiosk.RESTORE, "start-database", "exit 7");

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(run.codes()).contains("step-failed");
        assertThat(steps(run))
                .extracting(Event.StepEnded::outcome)
                .containsExactly(StepOutcome.DONE, StepOutcome.DONE, StepOutcome.FAILED);
        assertThat(steps(run).get(2).exitCode()).isEqualTo(7);
    }

    @Test
    void a_step_whose_time_runs_out_says_so() throws IOException {
        rehearsal.kiosk().replace(Kiosk.RESTORE, "start-database", "hang");

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(run.codes()).contains("step-timed-out");
        assertThat(run.events(Event.StepStarted.class)).hasSize(3);
        assertThat(run.events(Event.Verified.class)).isEmpty();
    }

    @Test
    void a_step_that_is_cut_tells_nothing() throws IOException {
        rehearsal.kiosk().replace(Kiosk.RESTORE, "start-database", "start-database\ncut");

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(run.codes()).contains("step-cut");
    }

    @Test
    void a_host_that_nobody_ordered_is_not_reached() throws IOException {
        rehearsal.kiosk().replace(Kiosk.RESTORE, "provision db", "provision offsite");

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(steps(run))
                .singleElement()
                .satisfies(step ->
                        assertThat(step.reason()).isEqualTo("the provider says that offsite is still rented and runs"));
    }

    @Test
    void where_the_order_is_left_out_the_first_step_finds_no_host() throws IOException {
        rehearsal.kiosk().replace(Kiosk.RESTORE, "```blackstart\nprovision db\n```", "```sh on=db\necho here\n```");

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(steps(run)).singleElement().satisfies(step -> {
            assertThat(step.exitCode()).isEqualTo(255);
            assertThat(step.reason()).contains("No route to host");
        });
    }

    @Test
    void there_is_no_console_of_a_host_that_does_not_stand() throws IOException {
        rehearsal
                .kiosk()
                .replace(Kiosk.RESTORE, "```blackstart\nprovision db\n```", "```sh console=db\necho here\n```");

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(steps(run)).singleElement().satisfies(step -> {
            assertThat(step.outcome()).isEqualTo(StepOutcome.FAILED);
            assertThat(step.reason()).contains("there is no host db whose console could be shown");
            assertThat(step.opened()).containsExactly("hosting-login");
        });
    }

    @Test
    void a_restore_that_leaves_data_out_differs_from_before() throws IOException {
        rehearsal.kiosk().replace(Kiosk.RESTORE, FETCH, FETCH + "\nssh db forget-an-order");
        rehearsal.machines().shell().knows("forget-an-order", typed -> {
            typed.host()
                    .put(
                            "/var/lib/postgresql/tables/orders",
                            typed.host()
                                    .text("/var/lib/postgresql/tables/orders")
                                    .orElseThrow()
                                    .replace("first-7\n", ""));
            return "";
        });

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(run.codes()).contains("data-differs", "check-failed");
        assertThat(run.events(Event.DataDiffered.class)).anySatisfy(differed -> {
            assertThat(differed.object()).isEqualTo("table public.orders");
            assertThat(differed.difference()).isEqualTo("had 100 rows, has 99");
        });
    }

    @Test
    void writes_that_never_reached_a_backup_are_lost_beyond_the_objective() throws IOException {
        rehearsal.kiosk().replace(Kiosk.LOST, "recoveryPoint: 10s", "recoveryPoint: 1s");
        rehearsal.machines().backsUpNoMore();

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(run.codes()).contains("recovery-point-missed");
        assertThat(run.judgement().actuals().recoveryPoint().orElseThrow()).isGreaterThan(Duration.ofSeconds(1));
        assertThat(run.events(Event.WorkloadReadBack.class)).singleElement().satisfies(read -> {
            assertThat(read.lost()).isPositive();
            assertThat(read.found()).isZero();
        });
    }

    @Test
    void writes_that_reached_a_backup_are_found() throws IOException {
        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.events(Event.WorkloadReadBack.class)).singleElement().satisfies(read -> {
            assertThat(read.found()).isPositive();
            assertThat(read.lost()).isZero();
        });
    }

    private static List<Event.StepEnded> steps(Rehearsal.Result run) {
        return run.events(Event.StepEnded.class);
    }
}
