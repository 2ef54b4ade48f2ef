package dev.blackstart.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.finding.Place;
import dev.blackstart.journal.Event;
import dev.blackstart.testing.Journals;
import dev.blackstart.testing.Plans;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TheMarkdownReportTest {
    @TempDir
    Path directory;

    @Test
    void it_says_first_what_came_of_the_drill_and_why() throws Exception {
        assertThat(markdown(Sample.FAILED.journals()))
                .startsWith("## \u274c Failed: The database server is gone\n\nStep 3, ")
                .contains("`environments/snowdrift/runbooks/restore-database.md:34`")
                .contains("| recovery time | not reached | 5 min |");
    }

    @Test
    void it_names_the_secrets_that_are_proven_needed() throws Exception {
        assertThat(markdown(Journals.passed())).contains("proven needed: `primary-account`, `backup-passphrase`");
    }

    @Test
    void the_erasure_point_stands_beside_the_recovery_point_where_a_workload_erases() throws Exception {
        assertThat(markdown(Sample.ERASED_CAME_BACK.journals()))
                .contains("| erasure point | 380 ms (2 of 14 erased writes came back) | |");
        assertThat(markdown(Journals.passed())).doesNotContain("erasure");
    }

    @Test
    void each_detector_stands_there_with_what_it_saw_and_when() throws Exception {
        Journals damaged = Journals.passed(Plans.Options.CORRUPTED)
                .adding(new Event.Detected("sums", false, "0", Optional.empty(), Place.start(Path.of("d.yaml"))));

        assertThat(markdown(damaged))
                .containsPattern("\\| pg\\\\?_amcheck \\| saw it 1[.]2 s after the strike, asked every 500 ms \\|")
                .contains("| sums | did not see it |");
    }

    @Test
    void what_a_database_holds_cannot_become_markup() throws Exception {
        Journals hostile = Journals.passed()
                .adding(new Event.DataDiffered("db", "snowdrift", "table <b>|`x`", "is\n# new @everybody"));

        assertThat(markdown(hostile)).contains("table &lt;b>\\|\\`x\\` is \\# new \\@everybody");
    }

    @ParameterizedTest
    @EnumSource
    void it_is_short_enough_for_a_pull_request(Sample sample) throws Exception {
        assertThat(markdown(sample.journals())).hasSizeLessThan(4000);
    }

    private String markdown(Journals journals) throws Exception {
        return new MarkdownReport()
                .render(Reports.read(RunDirectory.of(directory, "run" + System.nanoTime(), journals)));
    }
}
