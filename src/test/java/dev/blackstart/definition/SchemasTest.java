package dev.blackstart.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.definition.DrillDefinition.Expectation;
import dev.blackstart.finding.Code;
import dev.blackstart.state.State;
import dev.blackstart.store.Generator;
import dev.blackstart.store.SecretStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SchemasTest {
    @ParameterizedTest
    @EnumSource
    void every_key_is_described_in_one_sentence_with_an_example(Schemas.Kind kind) throws IOException {
        List<String> undescribed = new ArrayList<>();
        walk(published(kind), published(kind), "", undescribed);

        assertThat(undescribed).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void the_published_schema_is_the_one_that_files_are_checked_against(Schemas.Kind kind) throws IOException {
        try (InputStream packed = getClass().getResourceAsStream(kind.resource())) {
            assertThat(packed).hasBinaryContent(Files.readAllBytes(path(kind)));
        }
    }

    @Test
    void the_words_of_the_schemas_are_the_words_of_the_records() throws IOException {
        JsonNode compose = published(Schemas.Kind.COMPOSE).at("/$defs/service/properties/x-blackstart/properties");
        assertThat(words(compose.at("/role/enum"))).isEqualTo(words(Service.Role.class));
        assertThat(words(compose.at("/login/enum"))).isEqualTo(words(Service.Login.class));
        assertThat(words(compose.at("/init/enum"))).isEqualTo(words(Service.Init.class));
        assertThat(words(compose.at("/state/items/properties/kind/enum"))).hasSameElementsAs(State.KINDS.words());
        JsonNode secrets = published(Schemas.Kind.SECRETS);
        assertThat(words(secrets.at("/$defs/kind/enum"))).isEqualTo(words(Generator.Kind.class));
        assertThat(words(secrets.at("/properties/stores/additionalProperties/properties/kind/enum")))
                .containsExactlyInAnyOrderElementsOf(
                        SecretStore.KINDS.all().stream().map(SecretStore::word).toList());
        assertThat(words(published(Schemas.Kind.DRILL).at("/properties/expect/enum")))
                .isEqualTo(words(Expectation.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5m", "1h30m", "500ms", "2d", "5m5m", "5", "", "m", "1m1s", "1ms", "1m1ms", "5s1m", "1.5h", "999999d"
            })
    void schema_and_reader_agree_on_what_a_duration_is(String text) throws IOException {
        Pattern pattern = Pattern.compile(
                published(Schemas.Kind.DRILL).at("/$defs/duration/pattern").asString());

        assertThat(pattern.matcher(text).find())
                .isEqualTo(DurationReader.parse(text).map(Duration::isNegative).isPresent());
    }

    private static void walk(JsonNode root, JsonNode schema, String path, List<String> undescribed) {
        schema.path("properties").properties().forEach(property -> {
            String here = path + "/" + property.getKey();
            JsonNode value = property.getValue();
            JsonNode described = value.has("description") ? value : referred(root, value);
            String description = described.path("description").asString("");
            boolean sentence = description.endsWith(".") && Character.isUpperCase(description.codePointAt(0));
            boolean example = description.contains("`") && described.has("examples");
            if (!sentence || !example) {
                undescribed.add(here + ": " + description);
            }
        });
        for (JsonNode below : schema) {
            if (below.isObject()) {
                walk(root, below, path, undescribed);
            }
        }
    }

    private static JsonNode referred(JsonNode root, JsonNode schema) {
        return schema.has("$ref") ? root.at(schema.path("$ref").asString().substring(1)) : schema;
    }

    private static List<String> words(JsonNode list) {
        List<String> words = new ArrayList<>();
        list.forEach(word -> words.add(word.asString()));
        return words;
    }

    private static <E extends Enum<E>> List<String> words(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Code::kebab).toList();
    }

    private static JsonNode published(Schemas.Kind kind) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(path(kind)));
    }

    private static Path path(Schemas.Kind kind) {
        return Path.of("docs", kind.resource().substring(1));
    }
}
