package dev.blackstart.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.testing.SchemaWords;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every kind of control keeps, and no compiler tells. */
class EveryControlTest {
    static Set<ControlKind> kinds() {
        return new HashSet<>(ControlKind.KINDS.all());
    }

    @Test
    void who_reads_a_report_or_a_journal_is_told_every_word() throws Exception {
        Set<String> words = ControlKind.KINDS.words();

        assertThat(SchemaWords.in(Path.of("docs/report.schema.json"), "/properties/controls/items/properties/kind"))
                .hasSameElementsAs(words);
        assertThat(Files.readString(Path.of("docs/journal.md")))
                .contains(words.stream().map(word -> "`" + word + "`").toList());
    }

    @Test
    void no_two_have_the_same_name() {
        assertThat(kinds().stream().map(kind -> kind.name(about(kind))).collect(Collectors.toSet()))
                .hasSameSizeAs(ControlKind.KINDS.words());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void it_changes_something_of_the_attempt(ControlKind kind) {
        Set<String> changed = new HashSet<>();

        kind.change(about(kind), new AttemptChanges() {
            @Override
            public void everybodyBack() {
                changed.add("people");
            }

            @Override
            public void withhold(String secret) {
                changed.add(secret);
            }

            @Override
            public void replace(String secret) {
                changed.add("another " + secret);
            }

            @Override
            public void leaveOut(int step) {
                changed.add("step " + step);
            }

            @Override
            public void olderBackup() {
                changed.add("older backups");
            }

            @Override
            public void withoutBackup() {
                changed.add("backups");
            }
        });

        assertThat(changed).isNotEmpty();
    }

    private static Control about(ControlKind kind) {
        return new Control(kind, Optional.of("secret"), Optional.of(1));
    }
}
