package dev.blackstart.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.testing.CodeTables;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FindingsPageTest {
    @Test
    void every_code_of_an_answer_is_explained_and_no_other() {
        assertThat(CodeTables.rows("docs/findings.md", "## Who can open what", 1))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(AnswerCode.values()).map(AnswerCode::word).toList());
    }
}
