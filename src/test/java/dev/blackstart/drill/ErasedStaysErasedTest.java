package dev.blackstart.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Event;
import dev.blackstart.testing.FakePostgres;
import dev.blackstart.testing.Kiosk;
import dev.blackstart.testing.Rehearsal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErasedStaysErasedTest {
    private static final String READ_BACK = "readBack: '/orders/${id}'";

    @TempDir
    private Path directory;

    private Rehearsal rehearsal;

    @BeforeEach
    void begin() throws IOException {
        rehearsal = Rehearsal.of(Kiosk.in(directory)).quick();
        rehearsal.kiosk().replace(Kiosk.LOST, READ_BACK, READ_BACK + ", erase: { path: '/orders/${id}', every: 2 }");
    }

    @Test
    void what_was_erased_and_stays_away_is_no_loss() throws IOException {
        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.codes()).doesNotContain("write-hole", "erased-came-back", "workload-untold", "erasures-untold");
        assertThat(run.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(run.events(Event.WorkloadReadBack.class))
                .singleElement()
                .matches(read -> read.found() > 0 && read.lost() == 0);
        assertThat(run.events(Event.ErasuresReadBack.class))
                .singleElement()
                .matches(read -> read.gone() > 0 && read.cameBack() == 0);
        assertThat(run.judgement().actuals().erasurePoint()).contains(Duration.ZERO);
    }

    @Test
    void what_was_erased_and_comes_back_from_an_older_backup_fails_the_drill() throws IOException {
        rehearsal.machines().forgetsErasures();

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(run.judgement().findings().get(0).code().word()).isEqualTo("erased-came-back");
        assertThat(run.events(Event.EdgeErasure.class)).hasSize(1);
        assertThat(run.judgement().actuals().erasurePoint().orElseThrow()).isPositive();
        assertThat(run.judgement().actuals().recoveryPoint()).isPresent();
    }

    @Test
    void a_page_that_erases_anew_keeps_it_away() throws IOException {
        rehearsal.machines().forgetsErasures();
        rehearsal.machines().shell().knows("erase-anew", typed -> {
            FakePostgres.delete(typed.host(), "orders", rehearsal.machines().erased()::contains);
            return "";
        });
        rehearsal.kiosk().replace(Kiosk.RESTORE, "start-database", "start-database\nerase-anew");

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(run.codes()).doesNotContain("erasure-untried");
        assertThat(run.events(Event.ErasuresReadBack.class))
                .singleElement()
                .matches(read -> read.exposed() > 0 && read.cameBack() == 0);
    }

    @Test
    void a_service_that_keeps_what_it_says_it_erased_is_not_struck() throws IOException {
        rehearsal.machines().keepsErased();

        notStruck(rehearsal.run(Kiosk.LOST), "acknowledged, and still there");
    }

    @Test
    void a_service_that_takes_no_erasure_is_not_struck() throws IOException {
        rehearsal.machines().takesNoErasures();

        notStruck(rehearsal.run(Kiosk.LOST), "not acknowledged, but refused: 405");
    }

    private static void notStruck(Rehearsal.Result run, String words) {
        assertThat(run.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(run.judgement().findings().get(0)).satisfies(finding -> {
            assertThat(finding.code().word()).isEqualTo("erasure-uncalibrated");
            assertThat(finding.message()).contains(words);
        });
        assertThat(run.events(Event.Struck.class)).isEmpty();
    }
}
