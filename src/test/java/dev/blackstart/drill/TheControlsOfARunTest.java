package dev.blackstart.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Event;
import dev.blackstart.testing.FakePostgres;
import dev.blackstart.testing.FakeReplica;
import dev.blackstart.testing.Kiosk;
import dev.blackstart.testing.Outcomes;
import dev.blackstart.testing.Program;
import dev.blackstart.testing.Rehearsal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that must not pass, carried out: what each lacks is what the drill needs. */
class TheControlsOfARunTest {
    private static final String FETCH = "pass show backup-passphrase | fetch-backup db";

    @TempDir
    private Path directory;

    private Rehearsal rehearsal;

    @BeforeEach
    void begin() throws IOException {
        rehearsal = Rehearsal.of(Kiosk.in(directory));
    }

    @Test
    void without_a_backup_the_step_that_fetches_it_fails() throws IOException {
        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.control("without a backup").verdict()).isEqualTo(Verdict.FAILED);
        assertThat(run.events("without a backup", Event.StepEnded.class))
                .last()
                .satisfies(step -> assertThat(step.excerpt()).contains("there is no backup"));
    }

    @Test
    void without_its_account_the_provider_sells_nothing() throws IOException {
        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.control("without hosting-login").verdict()).isEqualTo(Verdict.FAILED);
        assertThat(run.events("without hosting-login", Event.StepEnded.class))
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.reason())
                            .startsWith("hoster-a asks for hosting-login, which cannot be opened here");
                    assertThat(step.refused()).contains("hosting-login");
                });
    }

    @Test
    void a_withheld_secret_stops_at_the_step_that_needs_it() throws IOException {
        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.control("without backup-passphrase").verdict()).isEqualTo(Verdict.FAILED);
        assertThat(run.events("without backup-passphrase", Event.StepEnded.class))
                .hasSize(2);
    }

    @Test
    void controls_write_nothing_and_ask_no_detector() throws IOException {
        Rehearsal.Result run = rehearsal.run(Kiosk.DAMAGED);

        assertThat(run.events("without a backup", Event.WorkloadStopped.class)).isEmpty();
        assertThat(run.events("without a backup", Event.Detected.class)).isEmpty();
        assertThat(run.events(Event.Detected.class)).hasSize(1);
    }

    @Test
    void a_drill_that_passes_without_a_backup_proves_nothing() throws IOException {
        rehearsal.kiosk().replace(Kiosk.RESTORE, FETCH, "ssh db find-a-copy");
        Map<String, byte[]> copy = new ConcurrentHashMap<>();
        rehearsal
                .engine()
                .before(
                        "main: lose db",
                        () -> copy.putAll(
                                last(rehearsal.engine().opened()).host("db").below(FakePostgres.DATA)));
        rehearsal.machines().shell().knows("find-a-copy", typed -> {
            copy.forEach((file, content) -> typed.host().put(FakePostgres.DATA + "/" + file, content));
            return "there was one";
        });

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(run.control("without a backup").verdict()).isEqualTo(Verdict.PASSED);
        assertThat(run.codes()).contains("control-passed");
    }

    private static FakeReplica last(List<FakeReplica> all) {
        return all.get(all.size() - 1);
    }

    @Test
    void a_secret_that_is_opened_in_vain_is_found_out() throws IOException {
        rehearsal.kiosk().replace(Kiosk.RESTORE, "start-database", "start-database\n```\n\n```sh\nopen-in-vain");
        rehearsal.machines().shell().knows("open-in-vain", typed -> {
            var opened = typed.host().open("/home/operator/store/bank-token.gpg");
            return opened.isPresent() ? "opened" : "never mind";
        });

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.control("without bank-token").verdict()).isEqualTo(Verdict.PASSED);
        assertThat(run.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void an_observer_hears_of_each_control_as_it_begins_and_ends() throws IOException {
        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.heard())
                .containsSubsequence("begun: without a backup", "ended: without a backup")
                .containsSubsequence("begun: without hosting-login", "ended: without hosting-login")
                .last()
                .isEqualTo("reported: " + run.directory().getFileName());
    }

    @Test
    void a_drill_that_fails_is_not_controlled() throws IOException {
        rehearsal.kiosk().replace(Kiosk.RESTORE, "start-database", "exit 1");

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.judgement().controls()).isEmpty();
    }

    @Test
    void backups_that_cannot_be_emptied_make_no_control() throws IOException {
        rehearsal
                .engine()
                .everywhere(
                        Program.when("offsite", "-delete", () -> Outcomes.failed(1, "find: Read-only file system")));

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(run.control("without a backup").verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(run.control("without a backup").ruled().explanation()).contains("Read-only file system");
    }
}
