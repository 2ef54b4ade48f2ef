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

class TheJsonAnswerTest {
    static Stream<Answer> answers() {
        return Stream.concat(
                Examples.all(), Stream.of(Examples.of(Path.of("environments/snowdrift"), 4, Set.of("alice", "bob"))));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void every_answer_fits_its_published_schema(Answer answer) throws Exception {
        assertThat(schema().validate(json(answer), InputFormat.JSON)).isEmpty();
    }

    @Test
    void the_schema_refuses_what_it_does_not_name() throws Exception {
        String json = json(Examples.of(Path.of("docs/access/two-people"))).replaceFirst("\"worst\"", "\"best\"");

        assertThat(schema().validate(json, InputFormat.JSON)).hasSize(2);
    }

    @Test
    void scripts_find_what_the_contract_names() throws Exception {
        JsonNode answer = new ObjectMapper().readTree(json(Examples.of(Path.of("docs/access/two-people"))));

        assertThat(answer.at("/system/busFactor/size/least").asInt()).isEqualTo(1);
        assertThat(answer.at("/secrets/2/name").asText()).isEqualTo("backup-passphrase");
        assertThat(answer.at("/secrets/2/place").asText()).isEqualTo("docs/access/two-people/secrets.yaml:12:3");
        assertThat(answer.at("/secrets/0/numbers/openingSize/people/blocks/0/of"))
                .hasSize(2);
        assertThat(answer.at("/system/cutSets/most").asText()).isEqualTo("1");
        assertThat(answer.at("/singlePoints/1/kind").asText()).isEqualTo("person");
        assertThat(answer.at("/findings/0/code").asText()).isEqualTo("bus-factor-one");
    }

    private static String json(Answer answer) {
        return Format.JSON.render(answer, Ansi.OFF);
    }

    private static Schema schema() throws Exception {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("docs/access.schema.json")), InputFormat.JSON);
    }
}
