package dev.blackstart.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.testing.FakeTicker;
import dev.blackstart.testing.RealTools;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real borg says of its repository to somebody who asks a copy of it. */
@Tag(RealTools.TAG)
class RepositoryOfBorgTest {
    @TempDir
    private Path directory;

    private RealBorg borg;
    private Repository.Copy copy;

    @BeforeEach
    void keep() throws IOException {
        borg = new RealBorg(directory);
        copy = copy();
    }

    @AfterEach
    void remove() throws IOException {
        copy.remove();
        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left.map(Path::toString)).noneMatch(name -> name.contains(".looked-at-"));
        }
    }

    private Repository.Copy copy() {
        return repository(Optional.empty()).copy(borg.host(), RealBorg.PASSPHRASE);
    }

    private Repository repository(Optional<String> archives) {
        return new BorgRepository(borg.repository().toString(), Optional.of("passphrase"), archives);
    }

    @Test
    void it_lists_all_generations_with_who_pushed_them_and_when() throws IOException {
        assertThat(copy.listed()).extracting(Generation::name).containsExactly("1", "2", "3");
        assertThat(copy.listed()).allSatisfy(generation -> {
            assertThat(generation.by(InetAddress.getLocalHost().getHostName())).isTrue();
            assertThat(generation.by("somebody-else")).isFalse();
            assertThat(generation.ended()).isAfterOrEqualTo(generation.begun());
        });
    }

    /** It tells whole seconds: what it leaves out must not make one end before all was read. */
    @Test
    void what_was_read_lies_between_its_moments() {
        Instant before = Instant.now();
        assertThat(borg.run("create", "::4", directory.resolve("dump").toString())
                        .succeeded())
                .isTrue();
        Instant after = Instant.now();
        copy.remove();
        copy = copy();

        Generation newest = copy.listed().get(3);
        assertThat(newest.begun()).isBetween(before.minusSeconds(1), after);
        assertThat(newest.ended()).isBetween(before, after.plusSeconds(1));
        assertThat(newest.stillMade()).isBefore(after).isAfterOrEqualTo(newest.begun());
    }

    @Test
    void it_tells_of_the_moment_of_the_copy() {
        assertThat(borg.run("delete", "::2").succeeded()).isTrue();

        assertThat(copy.listed()).hasSize(3);
        assertThat(copy.listed()).allMatch(copy::whole);
        Repository.Copy later = copy();
        assertThat(later.listed()).hasSize(2);
        later.remove();
    }

    @Test
    void it_lists_only_those_that_are_meant() {
        Repository.Copy few = repository(Optional.of("[12]")).copy(borg.host(), RealBorg.PASSPHRASE);

        assertThat(few.listed()).extracting(Generation::name).containsExactly("1", "2");
        few.remove();
    }

    @Test
    void one_that_is_rotten_cannot_be_read_and_the_others_can() {
        copy.remove();
        flip();
        copy = copy();

        assertThat(copy.listed()).extracting(copy::whole).containsExactly(true, true, false);
    }

    /** Where borg mended it, it put zeros in the place of what was rotten. */
    @Test
    void one_that_was_mended_is_not_whole_again() {
        flip();
        borg.run("check", "--repair");
        copy.remove();
        copy = copy();

        assertThat(copy.listed()).extracting(copy::whole).containsExactly(true, true, false);
    }

    @Test
    void it_tells_whether_something_lies_at_a_path() {
        Generation newest = copy.listed().get(2);

        assertThat(copy.holds(newest, directory.resolve("dump").toString())).isTrue();
        assertThat(copy.holds(newest, directory.toString())).isTrue();
        assertThat(copy.holds(newest, "**/du*")).isTrue();
        assertThat(copy.holds(newest, "**/uploads")).isFalse();
    }

    @Test
    void a_dump_that_is_empty_is_nothing() throws IOException {
        Files.write(directory.resolve("dump"), new byte[0]);
        assertThat(borg.run("create", "::4", directory.resolve("dump").toString())
                        .succeeded())
                .isTrue();
        copy.remove();
        copy = copy();

        assertThat(copy.holds(copy.listed().get(3), "**/dump")).isFalse();
    }

    /** Who dies in the middle of a backup leaves a lock. */
    @Test
    void it_waits_for_nobody_and_changes_nothing() throws IOException {
        Path lock = Files.createDirectories(borg.repository().resolve("lock.exclusive"));
        Files.createFile(lock.resolve("another-host@1.2-0"));
        Map<Path, FileTime> before = files();

        Repository.Copy locked = copy();
        assertThat(locked.listed()).hasSize(3);
        assertThat(locked.whole(locked.listed().get(0))).isTrue();
        locked.remove();

        assertThat(files()).isEqualTo(before);
    }

    @Test
    void nobody_reads_the_passphrase_in_what_a_process_was_given() throws IOException {
        Path seen = directory.resolve("seen");
        Path front = Files.createDirectories(directory.resolve("front"));
        Path borgInFront = Files.writeString(front.resolve("borg"), """
                #!/bin/sh
                { env; printf '%%s\\n' "$@"; } >>'%s'
                PATH=${PATH#*:}
                exec borg "$@"
                """.formatted(seen));
        assertThat(borgInFront.toFile().setExecutable(true)).isTrue();
        borg.host().tool("bash", "PATH='" + front + "':$PATH exec /bin/bash \"$@\"");

        assertThat(copy.listed()).hasSize(3);
        assertThat(copy.whole(copy.listed().get(2))).isTrue();
        assertThat(copy.holds(copy.listed().get(2), "etc")).isFalse();

        assertThat(seen).content().contains("--json", "--dry-run").doesNotContain(RealBorg.PASSPHRASE);
    }

    @Test
    void with_another_passphrase_nothing_is_told() {
        Repository.Copy shut = repository(Optional.empty()).copy(borg.host(), "another");

        assertThatThrownBy(shut::listed).isInstanceOf(BackupException.class).hasMessageContaining("could not tell");
        shut.remove();
    }

    @Test
    void where_there_is_no_repository_nothing_is_told() {
        Repository nothing =
                new BorgRepository(directory.resolve("tools").toString(), Optional.empty(), Optional.empty());

        assertThatThrownBy(() -> nothing.copy(borg.host(), ""))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("there is no repository");
    }

    @Test
    void where_nothing_can_be_asked_nothing_is_told() {
        Generation any = copy.listed().get(0);
        borg.host().tool("bash", "exit 127");

        assertThatThrownBy(copy::listed).isInstanceOf(BackupException.class);
        assertThatThrownBy(() -> copy.whole(any)).isInstanceOf(BackupException.class);
        assertThatThrownBy(() -> copy.holds(any, "**")).isInstanceOf(BackupException.class);
    }

    private void flip() {
        new FlippedSegment(Optional.of("data"), 1, 50_000)
                .carryOut(new BackupDamage.Target(
                        borg.host(),
                        borg.host(),
                        new BackupDirectory(borg.repository().toString()),
                        new Random(1),
                        new FakeTicker()));
    }

    private Map<Path, FileTime> files() throws IOException {
        Map<Path, FileTime> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(borg.repository())) {
            for (Path file : all.toList()) {
                files.put(file, Files.getLastModifiedTime(file));
            }
        }
        return files;
    }
}
