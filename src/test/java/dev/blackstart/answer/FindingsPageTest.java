package dev.blackstart.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FindingsPageTest {
    private static final Pattern RAISED = Pattern.compile("Severity\\.\\w+,\\s*\"([a-z-]+)\"|\"(needs-untold)\"");

    @Test
    void every_code_of_a_finding_is_explained() throws Exception {
        String source = Files.readString(Path.of("src/main/java/dev/blackstart/answer/Findings.java"));
        String page = Files.readString(Path.of("docs/findings.md"));

        assertThat(RAISED.matcher(source).results())
                .hasSizeGreaterThan(6)
                .allSatisfy(code -> assertThat(page)
                        .contains("| `" + (code.group(1) == null ? code.group(2) : code.group(1)) + "` |"));
    }
}
