package dev.blackstart.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.kind.Parameters;
import dev.blackstart.testing.SchemaWords;
import dev.blackstart.testing.ThisMachine;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every kind of backup keeps, and no compiler tells. */
class EveryBackupTest {
    private static final String PATH = "/nowhere/at/all";

    @TempDir
    private Path tools;

    static Set<String> kinds() {
        return BackupSource.KINDS.words();
    }

    @Test
    void the_schema_names_every_kind_and_no_other() {
        assertThat(SchemaWords.of("compose", "/properties/x-blackstart/properties/backups/items/properties/kind"))
                .hasSameElementsAs(kinds());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void it_reads_itself_and_is_called_by_what_it_read(String word) {
        assertThat(read(word).name()).contains(PATH);
        assertThat(BackupSource.KINDS.read(word, Parameters.none())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_host_on_which_nothing_works_has_not_lost_its_backups(String word) {
        ThisMachine host = new ThisMachine(tools);
        for (String tool : new String[] {"find", "sh", "bash", "rm"}) {
            host.tool(tool, "echo 'nothing works' >&2; exit 1");
        }

        assertThatThrownBy(() -> read(word).empty(host))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining(PATH);
    }

    private static BackupSource read(String word) {
        return BackupSource.KINDS.read(word, key -> Optional.of(PATH)).orElseThrow();
    }
}
