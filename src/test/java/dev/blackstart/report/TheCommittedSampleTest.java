package dev.blackstart.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.journal.Journal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TheCommittedSampleTest {
    private static final Path SAMPLE = Path.of("reports/sample");

    @TempDir
    Path directory;

    @ParameterizedTest
    @MethodSource("dev.blackstart.report.Reports#files")
    void each_report_of_a_run_can_be_made_again_from_its_journal(String report) throws Exception {
        Files.copy(SAMPLE.resolve(Journal.FILE), directory.resolve(Journal.FILE));

        Reports.write(directory);

        assertThat(directory.resolve(report)).hasSameTextualContentAs(SAMPLE.resolve(report));
    }

    @Test
    void its_json_can_be_read_back() throws Exception {
        Report read = Reports.load(SAMPLE.resolve(Reports.JSON));

        assertThat(new JsonReport().render(read)).isEqualTo(Files.readString(SAMPLE.resolve(Reports.JSON)));
    }
}
