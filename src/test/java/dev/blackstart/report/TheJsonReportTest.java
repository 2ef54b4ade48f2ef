package dev.blackstart.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.blackstart.finding.Severity;
import dev.blackstart.journal.Event;
import dev.blackstart.testing.Journals;
import dev.blackstart.testing.Plans;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TheJsonReportTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void every_report_fits_its_published_schema(Sample sample) throws Exception {
        String json = json(sample.journals());

        assertThat(schema().validate(json, InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void what_was_written_is_read_back(Sample sample) throws Exception {
        Path run = RunDirectory.of(directory, "run", sample.journals());
        Report written = Reports.write(run);

        assertThat(Reports.load(run.resolve(Reports.JSON))).isEqualTo(written);
    }

    @Test
    void control_characters_are_escaped_and_read_back() throws Exception {
        Journals hostile =
                Sample.FAILED.journals().endingStep(3, Event.StepOutcome.FAILED, "\u009b1A\u007f\u001b no archive");
        Path run = RunDirectory.of(directory, "run", hostile);
        Report written = Reports.write(run);

        assertThat(Files.readString(run.resolve(Reports.JSON))).contains("\\u009B1A\\u007F\\u001B no archive");
        assertThat(Reports.load(run.resolve(Reports.JSON))).isEqualTo(written);
    }

    @Test
    void a_code_of_another_version_is_kept_with_its_weight() throws Exception {
        String json = json(Sample.FAILED.journals()).replace("\"step-failed\"", "\"step-went-astray\"");

        Report read = JsonReport.read(json);

        assertThat(read.findings().get(0).code().word()).isEqualTo("step-went-astray");
        assertThat(read.findings().get(0).severity()).isEqualTo(Severity.ERROR);
        assertThat(new JsonReport().render(read)).isEqualTo(json);
    }

    @Test
    void what_is_no_report_is_refused() {
        assertThatThrownBy(() -> JsonReport.read("{\"schema\": 1, \"spam\": true}"))
                .isInstanceOf(IOException.class);
    }

    @Test
    void scripts_find_what_was_erased_and_came_back() throws Exception {
        JsonNode report = new ObjectMapper().readTree(json(Sample.ERASED_CAME_BACK.journals()));

        assertThat(report.at("/actuals/erasurePoint").asText()).isEqualTo("PT0.38S");
        assertThat(report.at("/workload/erasures/cameBack").asInt()).isEqualTo(2);
        assertThat(report.at("/findings/0/code").asText()).isEqualTo("erased-came-back");
    }

    @Test
    void the_schema_refuses_what_it_does_not_name() throws Exception {
        String json = json(Journals.passed()).replaceFirst("\"why\"", "\"whence\"");

        assertThat(schema().validate(json, InputFormat.JSON)).hasSize(2);
    }

    @Test
    void each_detector_says_when_it_saw_the_damage() throws Exception {
        JsonNode report = new ObjectMapper().readTree(json(Journals.passed(Plans.Options.CORRUPTED)));

        assertThat(report.at("/detections/0/after").asText())
                .isEqualTo(report.at("/actuals/timeToDetect").asText());
        assertThat(report.at("/detections/0/every").asText()).isEqualTo("PT0.5S");
    }

    @Test
    void scripts_find_what_the_contract_names() throws Exception {
        JsonNode report = new ObjectMapper().readTree(json(Journals.passed()));

        assertThat(report.at("/verdict").asText()).isEqualTo("PASSED");
        assertThat(report.at("/objectives/recoveryTime").asText()).isEqualTo("PT5M");
        assertThat(report.at("/actuals/recoveryPoint").asText()).isEqualTo("PT0.412S");
        assertThat(report.at("/actuals/timeToDetect").asText()).isEqualTo("PT0.038S");
        assertThat(report.at("/people/survivors")).hasSize(3);
        assertThat(report.at("/phases/1/name").asText()).isEqualTo("2. Order a new database server");
        assertThat(report.at("/workload/lost").asInt()).isEqualTo(8);
        assertThat(report.at("/controls/0/expected").asText()).isEqualTo("FAILED");
        assertThat(report.at("/secrets/0/proven").asText()).isEqualTo("needed");
        assertThat(report.at("/baseline/0").toString())
                .isEqualTo(
                        "{\"host\":\"db\",\"database\":\"snowdrift\",\"objects\":143,\"tables\":12,\"rows\":200210}");
        assertThat(report.at("/cleanup/containers").asInt()).isZero();
    }

    @Test
    void writing_twice_writes_the_same_and_leaves_nothing_else() throws Exception {
        Path run = RunDirectory.of(directory, "run", Journals.passed());
        Reports.write(run);
        byte[] first = Files.readAllBytes(run.resolve(Reports.JSON));
        Reports.write(run);

        assertThat(Files.readAllBytes(run.resolve(Reports.JSON))).isEqualTo(first);
        try (Stream<Path> files = Files.list(run)) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.endsWith(".tmp"));
        }
    }

    @Test
    void a_run_that_was_killed_at_once_is_called_by_its_directory() throws Exception {
        Path run = RunDirectory.of(directory, "20260314-020000-k3f9", Sample.KILLED_AT_ONCE.journals());

        assertThat(Reports.write(run).run().id()).isEqualTo("20260314-020000-k3f9");
    }

    private String json(Journals journals) throws Exception {
        Path run = RunDirectory.of(directory, "run", journals);
        Reports.write(run);
        return Files.readString(run.resolve(Reports.JSON));
    }

    private static Schema schema() throws Exception {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("docs/report.schema.json")), InputFormat.JSON);
    }
}
