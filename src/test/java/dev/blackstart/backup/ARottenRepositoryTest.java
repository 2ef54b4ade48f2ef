package dev.blackstart.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.testing.FakeTicker;
import dev.blackstart.testing.RealTools;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real borg says of a repository that rots: the generations before are whole, and nobody says so unasked. */
@Tag(RealTools.TAG)
class ARottenRepositoryTest {
    @TempDir
    private Path directory;

    private RealBorg borg;

    @BeforeEach
    void keep() throws IOException {
        borg = new RealBorg(directory);
    }

    @Test
    void what_lies_in_the_newest_file_cannot_be_read_and_what_is_older_can() {
        flip();

        assertThat(borg.run("extract", "--dry-run", "::3")).satisfies(newest -> {
            assertThat(newest.succeeded()).isFalse();
            assertThat(newest.err()).contains("checksum mismatch");
        });
        assertThat(borg.run("extract", "--dry-run", "::2").succeeded()).isTrue();
    }

    @Test
    void a_list_sees_nothing_and_a_check_does() {
        assertThat(borg.run("check", "--repository-only").succeeded()).isTrue();

        flip();

        assertThat(borg.run("list", "--short").out()).isEqualTo("1\n2\n3\n");
        assertThat(borg.run("check", "--repository-only").succeeded()).isFalse();
    }

    private void flip() {
        BackupSource repository = BackupSource.KINDS
                .read("directory", key -> Optional.of(borg.repository().toString()))
                .orElseThrow();
        new FlippedSegment(Optional.of("data"), 1, 50_000)
                .carryOut(
                        new BackupDamage.Target(borg.host(), borg.host(), repository, new Random(1), new FakeTicker()));
    }
}
