package dev.blackstart.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.journal.Event;
import dev.blackstart.testing.Journals;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine.Help.Ansi;

class TheSummaryTest {
    private static final Path REPORTS = Path.of("reports/20260314-020000-k3f9");

    @TempDir
    Path directory;

    @Test
    void a_passed_drill_is_told_in_a_few_lines() throws Exception {
        assertThat(summary(Journals.passed()))
                .containsSubsequence(
                        "PASSED  lost-database-server: The database server is gone",
                        "recovery time   7.3 s        objective 5 min",
                        "page done       7.3 s",
                        "verified        7.9 s",
                        "recovery point  412 ms       objective 1 min",
                        "controls        10 of 10 as expected",
                        "report          reports/20260314-020000-k3f9/report.html");
    }

    @Test
    void a_failed_drill_names_the_cause_the_place_and_what_mends_it() throws Exception {
        assertThat(summary(Sample.FAILED.journals()))
                .startsWith("FAILED  ")
                .contains("environments/snowdrift/runbooks/restore-database.md:34")
                .contains("holds no archive")
                .contains("HINT: ")
                .contains("recovery time   not reached  objective 5 min");
    }

    @Test
    void a_missed_objective_is_marked() throws Exception {
        assertThat(summary(Sample.MISSED.journals())).contains("recovery point  412 ms       objective 300 ms  missed");
    }

    @Test
    void the_erasure_point_stands_beside_the_recovery_point_where_a_workload_erases() throws Exception {
        assertThat(summary(Sample.ERASED_CAME_BACK.journals()))
                .containsSubsequence(
                        "recovery point  412 ms", "erasure point   380 ms (2 of 14 erased writes came back)");
        assertThat(summary(Journals.passed())).doesNotContain("erasure");
    }

    @Test
    void a_lock_out_has_no_actuals() throws Exception {
        assertThat(summary(Journals.lockedOut()))
                .doesNotContain("recovery time")
                .contains("stopped where it must");
    }

    @Test
    void colours_are_given_only_where_they_are_wanted() throws Exception {
        assertThat(summary(Journals.passed())).doesNotContain("\u001b");
        assertThat(Summary.render(report(Journals.passed()), REPORTS, Ansi.ON)).contains("\u001b[");
    }

    @Test
    void what_a_step_says_cannot_move_the_cursor() throws Exception {
        Journals hostile = Sample.FAILED
                .journals()
                .endingStep(3, Event.StepOutcome.FAILED, "exit code 2: \u001b[2Jno\u0007 archive");

        assertThat(summary(hostile)).contains("no archive").doesNotContainPattern("[\\p{Cc}&&[^\n]]");
    }

    @ParameterizedTest
    @EnumSource
    void every_summary_fits_a_hundred_columns_and_one_screen(Sample sample) throws Exception {
        assertThat(summary(sample.journals()).lines().toList())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100))
                .hasSizeLessThan(24);
    }

    private String summary(Journals journals) throws Exception {
        return Summary.render(report(journals), REPORTS, Ansi.OFF);
    }

    private Report report(Journals journals) throws Exception {
        return Reports.read(RunDirectory.of(directory, "run" + System.nanoTime(), journals));
    }
}
