package dev.blackstart.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.finding.Severity;
import dev.blackstart.testing.CodeTables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FindingsPageTest {
    @Test
    void every_code_of_an_answer_is_explained_and_no_other() {
        assertThat(CodeTables.rows("docs/findings.md", "## Who can open what", 1))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(AnswerCode.values()).map(AnswerCode::word).toList());
    }

    @Test
    void every_code_because_of_which_an_answer_is_not_complete_is_named() throws Exception {
        String untold = Stream.of(AnswerCode.values())
                .filter(AnswerCode::untold)
                .map(code -> "`" + code.word() + "`")
                .collect(Collectors.joining(", "));

        assertThat(Files.readString(Path.of("docs/findings.md"))).contains("what could not be told (" + untold + ")");
    }

    /** Where nobody asked for a bus factor, what is untold is only good to know, and untold all the same. */
    @ParameterizedTest
    @EnumSource(names = {"BUS_FACTOR_UNTOLD", "NEEDS_UNTOLD"})
    void a_code_that_nobody_asked_for_weighs_less_and_says_the_same(AnswerCode code) {
        assertThat(code.severity()).isEqualTo(Severity.WARNING);
        assertThat(code.unasked().severity()).isEqualTo(Severity.NOTE);
        assertThat(code.unasked().word()).isEqualTo(code.word());
        assertThat(code.unasked().untold()).isTrue();
    }
}
