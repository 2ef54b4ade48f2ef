package dev.blackstart.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.finding.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever a file holds, the reader answers with problems at places that the file has. */
class ReaderPropertiesTest {
    private static final Path GOOD = Path.of("src/test/resources/definitions/good");
    private static Path directory = Path.of("");

    @BeforeContainer
    static void makeDirectory() throws IOException {
        directory = Files.createTempDirectory("reader");
    }

    @AfterContainer
    static void removeDirectory() throws IOException {
        Files.deleteIfExists(directory.resolve("any.drill.yaml"));
        Files.deleteIfExists(directory);
    }

    @Property(tries = 300)
    void arbitrary_bytes_are_answered_with_problems(@ForAll byte[] bytes) throws IOException {
        Path file = Files.write(directory.resolve("any.drill.yaml"), bytes);

        Definitions definitions = DefinitionReader.read(List.of(file), new ShownPaths(directory));

        assertThat(definitions.drills()).isEmpty();
        assertThat(definitions.broken()).isTrue();
        liesWithin(new String(bytes, StandardCharsets.UTF_8), definitions.problems());
    }

    @Property(tries = 500)
    void a_damaged_drill_is_answered_with_problems(@ForAll("damagedDrills") String text) {
        Problems problems = new Problems();
        SourceText source = new SourceText(Path.of("any.drill.yaml"), text, "");
        Schemas schemas = new Schemas();
        Optional<Yaml> root =
                YamlFile.parse(source, problems).map(yaml -> schemas.check(Schemas.Kind.DRILL, yaml, problems));
        root.ifPresent(yaml -> new DrillReader(new EnvironmentReader.Reading(environment(), NoNames.names()), problems)
                .read(source, yaml));

        liesWithin(text, problems.inOrder());
    }

    @Property(tries = 500)
    void a_damaged_runbook_is_answered_with_problems(@ForAll("damagedRunbooks") String text) {
        Problems problems = new Problems();

        new RunbookReader(NoNames.names(), problems).read(new SourceText(Path.of("any.md"), text, ""));

        liesWithin(text, problems.inOrder());
    }

    @Provide
    Arbitrary<String> damagedDrills() throws IOException {
        return damaged(Files.readString(GOOD.resolve("drills/lost-database.drill.yaml")));
    }

    @Provide
    Arbitrary<String> damagedRunbooks() throws IOException {
        return damaged(Files.readString(GOOD.resolve("environments/shop/runbooks/restore-database.md")));
    }

    /** Cuts a piece out of a text and puts another in. */
    private static Arbitrary<String> damaged(String text) {
        Arbitrary<Integer> places = Arbitraries.integers().between(0, text.length());
        Arbitrary<String> pieces = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(8),
                Arbitraries.of(
                        "\t", "\n", "- ", "{", "[", ": ", "&a ", "*a", "```", "~~~", "# ", "> ", "=", "null", "1e9"));
        return Combinators.combine(places, Arbitraries.integers().between(0, 30), pieces)
                .as((from, length, piece) ->
                        text.substring(0, from) + piece + text.substring(Math.min(text.length(), from + length)));
    }

    private static EnvironmentDefinition environment() {
        ShownPaths base = new ShownPaths(GOOD);
        return DefinitionReader.read(List.of(base.directory()), base)
                .environments()
                .get(0);
    }

    private static void liesWithin(String text, List<Finding> problems) {
        List<String> lines = List.of(text.split("\r\n|[\r\n]", -1));
        assertThat(problems).allSatisfy(problem -> {
            assertThat(problem.place().line()).isBetween(1, lines.size());
            String line = lines.get(problem.place().line() - 1);
            assertThat(problem.place().column()).isBetween(1, line.length() + 1);
            assertThat(problem.message()).isNotBlank().doesNotContain("\n");
            assertThat(problem.hint()).isNotBlank();
        });
    }
}
