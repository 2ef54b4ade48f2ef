package dev.blackstart.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import dev.blackstart.control.ControlCode;
import dev.blackstart.finding.Code;
import dev.blackstart.finding.Severity;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.UntoldCode;
import dev.blackstart.testing.CodeTables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TheDocumentationTest {
    @ParameterizedTest
    @CsvSource({
        "ERROR, ## The drill failed",
        "WARNING, ## Nothing can be told",
        "NOTE, ## Good to know",
    })
    void every_code_of_a_finding_is_explained_by_its_severity_and_no_other(Severity severity, String heading) {
        assertThat(CodeTables.rows("docs/findings.md", heading, 1))
                .containsExactlyInAnyOrderElementsOf(codes().filter(code -> code.severity() == severity)
                        .map(Code::word)
                        .toList());
    }

    private static Stream<Code> codes() {
        return Stream.of(VerdictCode.values(), ControlCode.values(), UntoldCode.values())
                .flatMap(Stream::of);
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
}
