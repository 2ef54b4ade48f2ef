package dev.blackstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PromisesTest {
    private static final Path TESTS = Path.of("src/test/java/dev/blackstart");
    private static final Pattern TEST_CLASS = Pattern.compile("`((?:[a-z]+/)*[A-Z]\\w+Test)`");
    private static final Pattern TEST = Pattern.compile("`([a-z0-9]+(?:_[a-z0-9]+){3,})`");

    @Test
    void every_test_that_the_promises_name_is_there() throws IOException {
        String page = Files.readString(Path.of("docs/promises.md"));
        StringBuilder sources = new StringBuilder();
        for (String name : found(TEST_CLASS, page)) {
            Path source = TESTS.resolve(name + ".java");
            assertThat(source).exists();
            sources.append(Files.readString(source));
        }
        assertThat(found(TEST, page))
                .isNotEmpty()
                .allSatisfy(test -> assertThat(sources).contains(" " + test + "("));
    }

    @Test
    void every_promise_names_tests() throws IOException {
        List<String> promises = Files.readAllLines(Path.of("docs/promises.md")).stream()
                .filter(line -> line.startsWith("| **"))
                .toList();
        assertThat(promises)
                .hasSize(9)
                .allSatisfy(promise -> assertThat(found(TEST_CLASS, promise)).isNotEmpty());
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult hit) -> hit.group(1))
                .toList();
    }
}
