package dev.blackstart.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Help.Ansi;

class TheSarifTest {
    static Stream<Answer> answers() {
        return Stream.concat(Examples.all(), Stream.of(Examples.of(Path.of("environments/snowdrift"), 4, Set.of())));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void every_log_fits_the_schema_of_the_standard(Answer answer) throws Exception {
        assertThat(schema().validate(sarif(answer), InputFormat.JSON)).isEmpty();
    }

    @Test
    void the_schema_refuses_what_it_does_not_name() throws Exception {
        String log = sarif(Examples.of(Path.of("docs/access/two-people"))).replaceFirst("\"runs\"", "\"strolls\"");

        assertThat(schema().validate(log, InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void a_finding_has_its_code_its_place_in_the_repository_and_its_hint() throws Exception {
        JsonNode result = new ObjectMapper()
                .readTree(sarif(Examples.of(Path.of("docs/access/two-people"))))
                .at("/runs/0/results/0");

        assertThat(result.at("/ruleId").asText()).isEqualTo("bus-factor-one");
        assertThat(result.at("/level").asText()).isEqualTo("warning");
        assertThat(result.at("/message/text").asText())
                .isEqualTo("without alice, backup-passphrase cannot be opened."
                        + " Hint: let one more person open it, with a key of their own.");
        JsonNode place = result.at("/locations/0/physicalLocation");
        assertThat(place.at("/artifactLocation/uri").asText()).isEqualTo("docs/access/two-people/secrets.yaml");
        assertThat(place.at("/region/startLine").asInt()).isEqualTo(12);
    }

    private static String sarif(Answer answer) {
        return Format.SARIF.render(answer, Ansi.OFF);
    }

    private static Schema schema() throws Exception {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
                .getSchema(
                        Files.readString(Path.of("src/test/resources/sarif/sarif-2.1.0-rtm.4.json")), InputFormat.JSON);
    }
}
