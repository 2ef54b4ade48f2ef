package dev.blackstart.environment.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.definition.Service;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DirectoryContextTest {
    @TempDir
    private Path directory;

    @BeforeEach
    void write() throws IOException {
        put("Dockerfile", "FROM scratch");
        put("app/run.sh", "echo");
        put("app/notes.md", "notes");
        put("secret/key", "k");
    }

    @Test
    void everything_travels_in_a_fixed_order() throws IOException {
        assertThat(names())
                .containsExactly("Dockerfile", "app/", "app/notes.md", "app/run.sh", "secret/", "secret/key");
    }

    @Test
    void a_link_to_a_directory_is_that_directory(@TempDir Path other) throws IOException {
        Path real = Files.createDirectory(other.resolve("real"));
        Path link = Files.createSymbolicLink(other.resolve("linked"), real);

        assertThat(DirectoryContext.of(new Service.Build(link, "Dockerfile", Map.of())))
                .isEqualTo(DirectoryContext.of(new Service.Build(real, "Dockerfile", Map.of())));
    }

    @Test
    void what_dockerignore_names_stays_and_exceptions_travel() throws IOException {
        put(".dockerignore", "# comment\nsecret\n*/*.md\n!app/notes.md\nDockerfile\n");
        assertThat(names()).containsExactly(".dockerignore", "Dockerfile", "app/", "app/notes.md", "app/run.sh");
    }

    @Test
    void a_fresh_checkout_has_the_same_digest() throws IOException {
        String before = digest();
        Files.setLastModifiedTime(directory.resolve("app/run.sh"), FileTime.fromMillis(0));
        Files.setPosixFilePermissions(directory.resolve("app/notes.md"), PosixFilePermissions.fromString("rw-------"));
        assertThat(digest()).isEqualTo(before);
    }

    @Test
    void content_the_executable_bit_and_arguments_change_the_digest() throws IOException {
        String before = digest();
        Files.setPosixFilePermissions(directory.resolve("app/run.sh"), PosixFilePermissions.fromString("rwxr-xr-x"));
        String executable = digest();
        put("app/run.sh", "echo more");
        assertThat(List.of(before, executable, digest(), context().digest(Map.of("A", "b"))))
                .doesNotHaveDuplicates();
    }

    private DirectoryContext context() {
        return DirectoryContext.of(new Service.Build(directory, "Dockerfile", Map.of()));
    }

    private String digest() {
        return context().digest(Map.of());
    }

    private List<String> names() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        context().writeTo(bytes);
        List<String> names = new ArrayList<>();
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    private void put(String name, String text) throws IOException {
        Path path = directory.resolve(name);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
