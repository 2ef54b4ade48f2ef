package dev.blackstart.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.artefact.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EachCodeTest {
    @ParameterizedTest
    @EnumSource
    void of_a_fault_is_a_code_of_a_finding(Fault.Kind kind) {
        assertThat(Code.of(kind).name()).isEqualTo(kind.name());
    }

    @Test
    void is_explained_in_the_documentation() throws IOException {
        String page = Files.readString(Path.of("docs/drift.md"));

        assertThat(Code.values()).allSatisfy(code -> assertThat(page).contains("| `" + code.word() + "` |"));
    }
}
