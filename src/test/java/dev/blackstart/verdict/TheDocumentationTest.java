package dev.blackstart.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import dev.blackstart.journal.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TheDocumentationTest {
    private static final Pattern RAISED =
            Pattern.compile("(?:Finding\\s*\\.\\s*(?:failed|untold|note)|missing)\\(\\s*\"([a-z-]+)\"");

    @Test
    void every_code_of_a_finding_is_explained() throws Exception {
        String page = Files.readString(Path.of("docs/findings.md"));

        assertThat(codes())
                .hasSizeGreaterThan(30)
                .allSatisfy(code -> assertThat(page).contains("| `" + code + "` |"));
    }

    @Test
    void every_event_of_the_journal_is_explained() throws Exception {
        String page = Files.readString(Path.of("docs/journal.md"));
        List<String> names = Arrays.stream(
                        Event.class.getAnnotation(JsonSubTypes.class).value())
                .map(JsonSubTypes.Type::name)
                .toList();

        assertThat(names).isNotEmpty().allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    }

    private static Set<String> codes() throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/java/dev/blackstart/verdict"))) {
            for (Path file : files.toList()) {
                RAISED.matcher(Files.readString(file))
                        .results()
                        .map((MatchResult result) -> result.group(1))
                        .forEach(codes::add);
            }
        }
        return codes;
    }
}
