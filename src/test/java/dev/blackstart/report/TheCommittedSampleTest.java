package dev.blackstart.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.journal.Journal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TheCommittedSampleTest {
    private static final Path SAMPLE = Path.of("reports/sample");

    @TempDir
    Path directory;

    /** A way to write reports down may do without a committed sample, but none that is committed may be of another time. */
    static List<String> committed() {
        return Reports.files().stream()
                .filter(file -> Files.exists(SAMPLE.resolve(file)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("committed")
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
