package dev.blackstart.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.blackstart.finding.Finding;
import dev.blackstart.state.State;
import dev.blackstart.store.SecretStore;
import dev.blackstart.testing.SchemaWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each directory below {@code broken} lays its files over the good ones, with one fault, beside the text that a reader
 * is to see. {@code absent.txt} lists good files to take away, {@code paths.txt} what is validated instead of all.
 * After a change of wording, {@code mvn test -Dtest=BrokenDefinitionsTest -DargLine=-Dblackstart.rewrite=true} writes
 * the texts anew, for you to read in the diff; {@code ${states}} and {@code ${drilled-stores}} stand for all kinds.
 */
class BrokenDefinitionsTest {
    private static final String STATE = "/$defs/service/properties/x-blackstart/properties/state/items/properties";

    private static final Path DEFINITIONS = Path.of("src/test/resources/definitions");

    @TempDir
    Path directory;

    static Stream<Arguments> cases() throws IOException {
        try (Stream<Path> cases = Files.list(DEFINITIONS.resolve("broken"))) {
            List<Arguments> sorted = new ArrayList<>();
            cases.sorted()
                    .forEach(path -> sorted.add(argumentSet(path.getFileName().toString(), path)));
            return sorted.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void one_fault_gives_one_message_that_says_where_and_how_to_mend_it(Path broken) throws IOException {
        lay(DEFINITIONS.resolve("good"));
        lay(broken);
        for (String absent : lines("absent.txt")) {
            Files.delete(directory.resolve(absent));
        }
        List<String> paths = lines("paths.txt");
        ShownPaths base = new ShownPaths(directory);

        Definitions definitions = DefinitionReader.read(
                paths.isEmpty()
                        ? List.of(directory)
                        : paths.stream().map(Path::of).toList(),
                base);

        String rendered =
                definitions.problems().stream().map(Finding::render).collect(Collectors.joining("\n", "", "\n"));
        if (Boolean.getBoolean("blackstart.rewrite")) {
            Files.writeString(broken.resolve("expected.txt"), rendered);
        }
        assertThat(rendered).isEqualTo(withKinds(Files.readString(broken.resolve("expected.txt"))));
    }

    /** A hint that lists all kinds there are is no other text because there is one more. */
    private static String withKinds(String expected) {
        String drilled = SecretStore.KINDS.all().stream()
                .filter(kind -> kind.drilled().isPresent())
                .map(SecretStore::word)
                .collect(Collectors.joining(" or "));
        return expected.replace("${states}", String.join(", ", State.KINDS.words()))
                .replace("${kind-of-state}", SchemaWords.described("compose", STATE + "/kind"))
                .replace("${drilled-stores}", drilled);
    }

    private void lay(Path source) throws IOException {
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = directory.resolve(source.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private List<String> lines(String name) throws IOException {
        Path file = directory.resolve(name);
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }
}
