package dev.blackstart.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.artefact.ArtefactCode;
import dev.blackstart.finding.Code;
import dev.blackstart.testing.CodeTables;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EachCodeTest {
    private static Stream<Code> codes() {
        return Stream.concat(Stream.of(ArtefactCode.values()), Stream.of(DriftCode.values()));
    }

    @Test
    void has_its_place_in_the_order_of_findings() {
        assertThat(DriftCode.IN_ORDER).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(codes().toList());
    }

    @Test
    void is_explained_in_the_documentation_as_it_is_and_no_other() {
        assertThat(CodeTables.rows("docs/drift.md", 3))
                .containsExactlyInAnyOrderElementsOf(
                        codes().map(EachCodeTest::row).toList());
    }

    private static String row(Code code) {
        return "%s %s %s"
                .formatted(code.word(), code.severity(), code.untold() ? "yes" : "")
                .strip();
    }
}
