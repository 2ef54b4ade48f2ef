package dev.blackstart.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.kind.Parameters;
import dev.blackstart.testing.FakeTicker;
import dev.blackstart.testing.SchemaWords;
import dev.blackstart.testing.ThisMachine;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every kind of backup keeps, and no compiler tells. */
class EveryBackupTest {
    private static final String PATH = "/nowhere/at/all";
    private static final String SPOIL = "/properties/disaster/items/properties/spoil/properties";

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

    static Set<String> damages() {
        return BackupDamage.KINDS.words();
    }

    @Test
    void the_schema_names_every_damage_and_no_other() {
        assertThat(SchemaWords.of("drill", SPOIL + "/damage")).hasSameElementsAs(damages());
    }

    @Test
    void no_key_that_the_schema_allows_is_ignored_by_all() {
        Set<String> asked = new HashSet<>();
        damages().forEach(word -> example(word, asked));

        assertThat(asked).containsAll(SchemaWords.keys("drill", SPOIL, "service", "path", "damage", "seed"));
    }

    @ParameterizedTest
    @MethodSource("damages")
    void a_damage_says_where_it_strikes_and_who_could_see_it(String word) {
        assertThat(example(word, new HashSet<>()).sentence("offsite:" + PATH)).contains("offsite:" + PATH);
        assertThat(example(word, new HashSet<>()).detector()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("damages")
    void what_lacks_a_parameter_that_the_schema_asks_for_is_no_damage(String word) {
        Map<String, String> example = SchemaWords.example("drill", SPOIL, "damage", word);
        Set<String> needed = SchemaWords.needed("drill", SPOIL, "damage", word);

        for (String key : SchemaWords.keys("drill", SPOIL, "service", "path", "damage", "seed")) {
            boolean left = BackupDamage.KINDS
                    .read(word, asking -> Optional.ofNullable(asking.equals(key) ? null : example.get(asking)))
                    .isPresent();
            assertThat(needed.contains(key)).as(key).isEqualTo(!left);
        }
    }

    @ParameterizedTest
    @MethodSource("damages")
    void a_damage_that_could_not_be_done_or_seen_is_never_told_as_done(String word) {
        for (String end : new String[] {"exit 1", "exit 0"}) {
            ThisMachine host = new ThisMachine(tools);
            for (String tool : new String[] {"perl", "find", "sh", "bash"}) {
                host.tool(tool, end);
            }

            assertThatThrownBy(() -> example(word, new HashSet<>())
                            .carryOut(new BackupDamage.Target(
                                    host, host, read("directory"), new Random(1), new FakeTicker())))
                    .isInstanceOf(BackupException.class);
        }
    }

    /** Read one from the example that the schema has of a whole {@code spoil}. */
    private static BackupDamage example(String word, Set<String> asked) {
        Map<String, String> example = SchemaWords.example("drill", SPOIL, "damage", word);
        return BackupDamage.KINDS
                .read(word, key -> {
                    asked.add(key);
                    return Optional.ofNullable(example.get(key));
                })
                .orElseThrow();
    }

    private static BackupSource read(String word) {
        return BackupSource.KINDS.read(word, key -> Optional.of(PATH)).orElseThrow();
    }
}
