package dev.blackstart.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.control.Proof;
import dev.blackstart.verdict.SecretResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TheTallyTest {
    @TempDir
    private Path directory;

    @Test
    void the_most_that_any_run_showed_of_a_secret_is_what_is_known_of_it() throws Exception {
        Report passed = report("one", Sample.PASSED);
        Report failed = report("two", Sample.FAILED);
        List<String> needed = proven(passed, Proof.NEEDED);
        List<String> unproven = proven(passed, Proof.UNPROVEN);
        assertThat(needed).isNotEmpty();
        assertThat(proven(failed, Proof.UNPROVEN))
                .as("the run that failed proved nothing")
                .containsAll(needed);

        List<String> text = Tally.of(List.of(failed, passed)).text().lines().toList();

        assertThat(text.get(0)).isEqualTo("ALL RUNS  2 runs: 1 passed, 1 failed");
        assertThat(row(text, "proven needed")).contains(needed);
        assertThat(row(text, "unproven")).contains(unproven).doesNotContain(needed.get(0));
        assertThat(text).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    @Test
    void one_run_says_all_there_is_to_say() throws Exception {
        assertThat(Tally.of(List.of(report("one", Sample.PASSED))).text()).isEmpty();
    }

    @Test
    void the_page_beside_the_runs_leads_to_each_of_them() throws Exception {
        Report passed = report("one", Sample.PASSED);
        Report failed = report("two", Sample.FAILED);

        Reports.write(Tally.of(List.of(passed, failed)), directory);

        assertThat(Files.readString(directory.resolve(Reports.SUMMARY)))
                .contains("2 runs: 1 passed, 1 failed")
                .contains("| [%s](%s/report.md) | passed |"
                        .formatted(ReportWords.name(passed), passed.run().id()))
                .contains("| failed |")
                .contains("proven needed: ");
    }

    private Report report(String name, Sample sample) throws Exception {
        return Reports.read(RunDirectory.of(directory, name, sample.journals()));
    }

    private static List<String> proven(Report report, Proof proof) {
        return report.secrets().stream()
                .filter(secret -> secret.proof() == proof)
                .map(SecretResult::name)
                .toList();
    }

    private static String row(List<String> lines, String first) {
        return lines.stream()
                .dropWhile(line -> !line.strip().startsWith(first))
                .takeWhile(line -> line.strip().startsWith(first) || line.startsWith("                    "))
                .reduce("", String::concat);
    }
}
