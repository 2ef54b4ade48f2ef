package dev.blackstart.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnFilesTest {
    @TempDir
    private Path directory;

    @Test
    void a_file_and_all_directories_above_it_are_their_owners_alone() throws IOException {
        Path file = directory.resolve("base/people/alice/ssh");
        OwnFiles.write(file, new byte[] {1, 2});

        assertThat(mode(file)).isEqualTo("rw-------");
        assertThat(mode(file.resolveSibling("."))).isEqualTo("rwx------");
        assertThat(mode(directory.resolve("base"))).isEqualTo("rwx------");
        assertThat(OwnFiles.alone(directory.resolve("base"))).isTrue();
        assertThat(file).hasBinaryContent(new byte[] {1, 2});
    }

    @Test
    void one_file_that_others_can_read_opens_a_whole_tree() throws IOException {
        OwnFiles.write(directory.resolve("base/values"), new byte[0]);
        Files.setPosixFilePermissions(directory.resolve("base/values"), PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(OwnFiles.alone(directory.resolve("base"))).isFalse();
    }

    @Test
    void nothing_is_written_into_a_file_that_somebody_else_made() throws IOException {
        Path file = Files.createFile(directory.resolve("values"));

        assertThatThrownBy(() -> OwnFiles.write(file, new byte[0])).isInstanceOf(FileAlreadyExistsException.class);
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
