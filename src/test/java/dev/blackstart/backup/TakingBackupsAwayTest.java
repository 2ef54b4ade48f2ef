package dev.blackstart.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.kind.Parameters;
import dev.blackstart.testing.ThisMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TakingBackupsAwayTest {
    @TempDir
    private Path directory;

    private Path repository;
    private ThisMachine host;

    @BeforeEach
    void keep() throws IOException {
        repository = Files.createDirectories(directory.resolve("repository"));
        Files.createDirectories(repository.resolve("data/0"));
        Files.writeString(repository.resolve("data/0/1"), "segment");
        Files.writeString(repository.resolve("config"), "id");
        host = new ThisMachine(Files.createDirectories(directory.resolve("tools")));
    }

    @Test
    void nothing_is_left_below_a_directory_but_the_directory_itself() throws IOException {
        source().empty(host);

        try (var left = Files.list(repository)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void a_backup_that_stays_although_the_tool_says_that_it_went_is_found() {
        host.tool("find", "case \"$*\" in *-delete*) ;; *) exec /usr/bin/find \"$@\" ;; esac");

        assertThatThrownBy(() -> source().empty(host))
                .isInstanceOf(BackupException.class)
                .hasMessageStartingWith("the backups at db:" + repository + " were emptied, and " + repository);
    }

    @Test
    void what_cannot_be_taken_away_is_no_backup_that_is_gone() {
        host.tool("find", "echo 'Operation not permitted' >&2; exit 1");

        assertThatThrownBy(() -> source().empty(host))
                .isInstanceOf(BackupException.class)
                .hasMessage("the backups at db:%s could not be emptied: Operation not permitted", repository);
    }

    @Test
    void what_is_withheld_is_away_until_it_is_given_back_whatever_came_in_its_place() throws IOException {
        BackupSource.Restore restore = source().withhold(host);
        try (var left = Files.list(repository)) {
            assertThat(left).singleElement().satisfies(aside -> {
                assertThat(aside.getFileName().toString()).startsWith(".withheld-");
                assertThat(Files.getPosixFilePermissions(aside))
                        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
            });
        }
        Files.writeString(repository.resolve("config"), "another id");
        restore.giveBack();

        assertThat(repository.resolve("config")).hasContent("id");
        assertThat(repository.resolve("data/0/1")).hasContent("segment");
        try (var beside = Files.list(directory)) {
            assertThat(beside.map(file -> String.valueOf(file.getFileName())))
                    .containsExactlyInAnyOrder("repository", "tools");
        }
    }

    @Test
    void what_was_kept_comes_back_in_the_place_of_what_came_later() throws IOException {
        BackupSource.Restore older = source().keep(host);
        Files.writeString(repository.resolve("data/0/2"), "a later segment");
        older.giveBack();

        assertThat(repository.resolve("data/0/1")).hasContent("segment");
        assertThat(repository.resolve("data/0/2")).doesNotExist();
        try (var beside = Files.list(directory)) {
            assertThat(beside.map(file -> String.valueOf(file.getFileName())))
                    .containsExactlyInAnyOrder("repository", "tools");
        }
    }

    @Test
    void what_is_not_there_cannot_be_kept() {
        BackupSource none = directory(repository.resolve("none"));

        assertThatThrownBy(() -> none.keep(host))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("change too fast to be copied");
    }

    @Test
    void what_cannot_be_moved_away_is_not_withheld() {
        BackupSource none = directory(repository.resolve("none"));

        assertThatThrownBy(() -> none.withhold(host))
                .isInstanceOf(BackupException.class)
                .hasMessageStartingWith("the backups at db:%s/none could not be taken away: mktemp: ", repository);
    }

    @Test
    void the_newest_backup_is_the_file_that_was_written_last_but_for_locks_and_empty_ones() throws IOException {
        written("config", 100, "id");
        written("data/0/1", 300, "segment");
        written("lock.roster", 400, "{}");
        written("index.tmp", 500, "");

        assertThat(source().newest(host)).contains(Instant.ofEpochSecond(300));
    }

    @Test
    void where_there_is_no_backup_none_is_the_newest() {
        assertThat(directory(repository.resolve("none")).newest(host)).isEmpty();
    }

    private void written(String name, long second, String content) throws IOException {
        Path file = Files.writeString(repository.resolve(name), content);
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(second)));
    }

    private BackupSource source() {
        return directory(repository);
    }

    private static BackupSource directory(Path path) {
        return BackupSource.KINDS
                .read("directory", new Given(Map.of("path", path.toString())))
                .orElseThrow();
    }

    private record Given(Map<String, String> texts) implements Parameters {
        @Override
        public Optional<String> text(String key) {
            return Optional.ofNullable(texts.get(key));
        }
    }
}
