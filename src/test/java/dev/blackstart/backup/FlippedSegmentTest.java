package dev.blackstart.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.testing.FakeTicker;
import dev.blackstart.testing.ThisMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bit rot in files that a real {@code perl} damages. */
class FlippedSegmentTest {
    private static final int SIZE = 4_000;

    @TempDir
    private Path directory;

    private Path repository;
    private ThisMachine host;

    @BeforeEach
    void keep() throws IOException {
        repository = Files.createDirectories(directory.resolve("repository"));
        host = new ThisMachine(Files.createDirectories(directory.resolve("tools")));
        written("data/1", 100, SIZE);
        written("data/2", 200, SIZE);
        written("data/3", 300, SIZE);
        written("data/commit", 400, 17);
        written("data/lock.exclusive", 500, SIZE);
        written("index", 600, SIZE);
    }

    @Test
    void the_newest_that_are_meant_are_damaged_and_nothing_else_with_their_times_kept() throws IOException {
        Map<Path, byte[]> before = contents();

        String told = spoil(Map.of("below", "data", "newest", "2", "atLeast", "100"), 1);

        assertThat(changed(before)).containsExactlyInAnyOrder("data/2", "data/3");
        assertThat(Files.getLastModifiedTime(repository.resolve("data/3")))
                .isEqualTo(FileTime.from(Instant.ofEpochSecond(300, 123_456_000)));
        assertThat(told)
                .matches("db: 16 bytes flipped at offset \\d+ of the 4000 bytes of \\S+/data/3; "
                        + "16 bytes flipped at offset \\d+ of the 4000 bytes of \\S+/data/2");
    }

    @Test
    void what_is_told_is_what_was_turned_and_lies_amid_the_file() throws IOException {
        byte[] before = Files.readAllBytes(repository.resolve("data/3"));

        String told = spoil(Map.of("below", "data", "atLeast", "100"), 7);

        byte[] after = Files.readAllBytes(repository.resolve("data/3"));
        int offset = Integer.parseInt(told.replaceAll(".*offset (\\d+) .*", "$1"));
        assertThat(offset).isBetween(SIZE / 4, SIZE * 3 / 4 - 16);
        for (int at = 0; at < SIZE; at++) {
            boolean turned = at >= offset && at < offset + 16;
            assertThat(after[at]).isEqualTo(turned ? (byte) ~before[at] : before[at]);
        }
    }

    @Test
    void a_seed_repeats_it_and_another_one_does_not() throws IOException {
        String first = spoil(Map.of(), 7);
        String again = spoil(Map.of(), 7);

        assertThat(again).isEqualTo(first);
        assertThat(contents().get(Path.of("index"))).containsOnly((byte) 'x'); // twice turned is as before
        assertThat(spoil(Map.of(), 8)).isNotEqualTo(first);
    }

    @Test
    void fewer_files_than_were_asked_for_are_no_such_damage_and_none_is_touched() throws IOException {
        Map<Path, byte[]> before = contents();

        assertThatThrownBy(() -> spoil(Map.of("below", "data", "newest", "4", "atLeast", "100"), 1))
                .isInstanceOf(BackupException.class)
                .hasMessage(
                        "the backups at db:%s/data could not be damaged: 3 files of at least 100 bytes are there,"
                                + " and 4 are to be damaged",
                        repository);
        assertThat(changed(before)).isEmpty();
    }

    @Test
    void where_nothing_lies_nothing_was_damaged() {
        assertThatThrownBy(() -> spoil(Map.of("below", "none"), 1))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("the files cannot be listed");
    }

    private String spoil(Map<String, String> parameters, long seed) {
        BackupSource source = BackupSource.KINDS
                .read("directory", key -> Optional.of(repository.toString()))
                .orElseThrow();
        return BackupDamage.KINDS
                .read("flipped-segment", key -> Optional.ofNullable(parameters.get(key)))
                .orElseThrow()
                .carryOut(new BackupDamage.Target(host, host, source, new Random(seed), new FakeTicker()))
                .what();
    }

    private List<String> changed(Map<Path, byte[]> before) throws IOException {
        Map<Path, byte[]> after = contents();
        assertThat(after.keySet()).isEqualTo(before.keySet());
        return after.entrySet().stream()
                .filter(file -> !Arrays.equals(file.getValue(), before.get(file.getKey())))
                .map(file -> file.getKey().toString())
                .toList();
    }

    private Map<Path, byte[]> contents() throws IOException {
        Map<Path, byte[]> contents = new HashMap<>();
        try (Stream<Path> all = Files.walk(repository)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                contents.put(repository.relativize(file), Files.readAllBytes(file));
            }
        }
        return contents;
    }

    private void written(String name, long second, int size) throws IOException {
        Path file = repository.resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, "x".repeat(size));
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(second, 123_456_000)));
    }
}
