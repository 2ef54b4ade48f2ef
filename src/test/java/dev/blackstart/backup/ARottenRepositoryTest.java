package dev.blackstart.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.machine.Command;
import dev.blackstart.machine.Outcome;
import dev.blackstart.testing.FakeTicker;
import dev.blackstart.testing.RealTools;
import dev.blackstart.testing.ThisMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real borg says of a repository that rots: the generations before are whole, and nobody says so unasked. */
@Tag(RealTools.TAG)
class ARottenRepositoryTest {
    private static final int GENERATIONS = 3;

    @TempDir
    private Path directory;

    private ThisMachine host;

    @BeforeEach
    void keep() throws IOException {
        host = new ThisMachine(Files.createDirectories(directory.resolve("tools")));
        assertThat(borg("init", "--encryption", "repokey-blake2").succeeded()).isTrue();
        for (int generation = 1; generation <= GENERATIONS; generation++) {
            Files.write(directory.resolve("dump"), random(generation));
            assertThat(borg(
                            "create",
                            "::" + generation,
                            directory.resolve("dump").toString()))
                    .satisfies(
                            made -> assertThat(made.succeeded()).as(made.err()).isTrue());
        }
    }

    @Test
    void what_lies_in_the_newest_file_cannot_be_read_and_what_is_older_can() {
        flip();

        assertThat(borg("extract", "--dry-run", "::3")).satisfies(newest -> {
            assertThat(newest.succeeded()).isFalse();
            assertThat(newest.err()).contains("checksum mismatch");
        });
        assertThat(borg("extract", "--dry-run", "::2").succeeded()).isTrue();
    }

    @Test
    void a_list_sees_nothing_and_a_check_does() {
        assertThat(borg("check", "--repository-only").succeeded()).isTrue();

        flip();

        assertThat(borg("list", "--short").out()).isEqualTo("1\n2\n3\n");
        assertThat(borg("check", "--repository-only").succeeded()).isFalse();
    }

    private void flip() {
        BackupSource repository = BackupSource.KINDS
                .read(
                        "directory",
                        key -> Optional.of(directory.resolve("repository").toString()))
                .orElseThrow();
        new FlippedSegment(Optional.of("data"), 1, 50_000)
                .carryOut(new BackupDamage.Target(host, host, repository, new Random(1), new FakeTicker()));
    }

    private static byte[] random(int generation) {
        byte[] bytes = new byte[100_000];
        new Random(generation).nextBytes(bytes);
        return bytes;
    }

    private Outcome borg(String... words) {
        List<String> line = new ArrayList<>(List.of("borg"));
        line.addAll(List.of(words));
        return host.run(new Command(
                "root",
                line,
                Map.of(
                        "BORG_REPO", directory.resolve("repository").toString(),
                        "BORG_BASE_DIR", directory.resolve("base").toString(),
                        "BORG_PASSPHRASE", "of a test"),
                "",
                Duration.ofMinutes(1)));
    }
}
