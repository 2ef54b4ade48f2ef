package dev.blackstart.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.finding.Finding;
import dev.blackstart.finding.Place;
import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Event;
import dev.blackstart.testing.Journals;
import dev.blackstart.verdict.VerdictCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every way to write a report down must do, whoever reads it. */
class EveryRenderingTest {
    @TempDir
    Path directory;

    static List<Rendering> renderings() {
        return Renderings.all();
    }

    static Stream<Arguments> renderingsOfSamples() {
        return renderings().stream()
                .flatMap(rendering -> Stream.of(Sample.values()).map(sample -> Arguments.of(rendering, sample)));
    }

    @ParameterizedTest
    @MethodSource("renderingsOfSamples")
    void the_same_report_is_written_the_same_twice(Rendering rendering, Sample sample) throws Exception {
        Journals journals = sample.journals();

        assertThat(rendering.render(report("one/run", journals)))
                .isEqualTo(rendering.render(report("two/run", journals)))
                .isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("renderings")
    void each_verdict_reads_otherwise(Rendering rendering) throws Exception {
        Report report = report("run", Journals.passed());

        assertThat(Stream.of(Verdict.values()).map(verdict -> rendering.render(with(verdict, report))))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("renderings")
    void a_run_that_was_killed_at_once_can_be_told_of_too(Rendering rendering) throws Exception {
        assertThat(rendering.render(report("run", Sample.KILLED_AT_ONCE.journals())))
                .contains("A run that ended before it said what it was");
    }

    @ParameterizedTest
    @MethodSource("renderings")
    void a_finding_stands_there_with_its_code_its_place_and_its_hint(Rendering rendering) throws Exception {
        Report report = report("run", Sample.FAILED.journals());

        assertThat(rendering.render(report))
                .contains("step-failed", "restore-database.md:34")
                .contains("see the end of its output under Steps");
    }

    /** What programs say is kept in a step's excerpt and reason, colours and all. */
    @ParameterizedTest
    @MethodSource("renderings")
    void what_programs_say_moves_no_cursor(Rendering rendering) throws Exception {
        String hostile = "\u001b[2J\u0007no\u009b1A\u0000 archive\r\n\tof that name";
        Journals journals = Sample.FAILED.journals().endingStep(3, Event.StepOutcome.FAILED, hostile);
        Report report = report("run", journals);
        List<Finding> findings = new ArrayList<>(report.findings());
        findings.add(new Finding(VerdictCode.CHECK_FAILED, Place.start(Path.of("d.yaml")), hostile, hostile));

        assertThat(rendering.render(with(findings, report))).doesNotContainPattern("[\\p{Cc}&&[^\\n\\r\\t]]");
    }

    @Test
    void each_has_a_file_of_its_own_and_all_of_them_are_written() throws Exception {
        Path run = RunDirectory.of(directory, "run", Journals.passed());
        Reports.write(run);

        assertThat(Reports.files()).doesNotHaveDuplicates().hasSizeGreaterThan(3);
        assertThat(Reports.files())
                .allSatisfy(file -> assertThat(run.resolve(file)).isNotEmptyFile());
    }

    private Report report(String name, Journals journals) throws Exception {
        return Reports.read(RunDirectory.of(directory, name, journals));
    }

    private static Report with(Verdict verdict, Report report) {
        return changed(report, verdict, report.findings());
    }

    private static Report with(List<Finding> findings, Report report) {
        return changed(report, report.verdict(), findings);
    }

    private static Report changed(Report report, Verdict verdict, List<Finding> findings) {
        return new Report(
                report.schema(),
                report.run(),
                report.drill(),
                verdict,
                report.why(),
                report.objectives(),
                report.actuals(),
                report.people(),
                report.phases(),
                report.workload(),
                report.controls(),
                report.absentControls(),
                report.secrets(),
                findings,
                report.steps(),
                report.checks(),
                report.restarts(),
                report.generations(),
                report.promises(),
                report.detections(),
                report.baseline(),
                report.comparisons(),
                report.resolution(),
                report.timeline(),
                report.isolation(),
                report.overhead(),
                report.assumptions(),
                report.cleanup());
    }
}
