package dev.blackstart.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.journal.Event;
import dev.blackstart.testing.Journals;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TheHtmlReportTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void every_page_is_one_file_that_fetches_nothing(Sample sample) throws Exception {
        assertThat(page(sample.journals()))
                .startsWith("<!doctype html>")
                .endsWith("</html>\n")
                .doesNotContain("<script", "<link", "src=", "url(", "@import", "http:", "https:");
    }

    @ParameterizedTest
    @EnumSource
    void every_page_names_the_place_and_the_hint_of_every_finding(Sample sample) throws Exception {
        Report report = Reports.read(RunDirectory.of(directory, "read", sample.journals()));

        assertThat(report.findings())
                .allSatisfy(finding -> assertThat(page(sample.journals()))
                        .contains(finding.place().fileAndLine(), finding.code().word())
                        .contains(finding.hint().replace("<", "&lt;")));
    }

    @Test
    void the_erasure_point_stands_beside_the_recovery_point_where_a_workload_erases() throws Exception {
        assertThat(page(Sample.ERASED_CAME_BACK.journals()))
                .contains("Erasure point 380 ms (2 of 14 erased writes came back)")
                .contains("15 of 16 acknowledged (else most: refused: 503), seen gone 14");
        assertThat(page(Journals.passed())).doesNotContain("rasure");
    }

    @Test
    void of_a_drill_that_is_not_green_the_findings_come_right_after_the_verdict() throws Exception {
        assertThat(page(Sample.FAILED.journals()))
                .containsSubsequence(
                        "<strong id=\"verdict\">Failed</strong>",
                        "id=\"findings\"",
                        "step-failed",
                        "id=\"objectives\"",
                        "id=\"phases\"");
    }

    @Test
    void what_a_hostile_backup_printed_is_shown_and_not_run() throws Exception {
        Journals hostile = Journals.passed()
                .adding(new Event.DataDiffered("db", "snowdrift", "table <script>alert(1)</script>", "is new"));

        assertThat(page(hostile))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>");
    }

    @Test
    void a_step_that_failed_is_open_and_the_others_are_closed() throws Exception {
        assertThat(page(Sample.FAILED.journals()).split("<details open>", -1)).hasSize(2);
        assertThat(page(Journals.passed())).doesNotContain("<details open");
    }

    private String page(Journals journals) throws Exception {
        Path run = RunDirectory.of(directory, "run" + System.nanoTime(), journals);
        Reports.write(run);
        return Files.readString(run.resolve(Reports.HTML));
    }
}
