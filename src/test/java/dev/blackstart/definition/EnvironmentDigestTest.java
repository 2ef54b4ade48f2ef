package dev.blackstart.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentDigestTest {
    private static final Path GOOD = Path.of("src/test/resources/definitions/good");

    @TempDir
    Path directory;

    private Path shop = Path.of("");
    private String before = "";

    @BeforeEach
    void copyTheShop() throws IOException {
        try (Stream<Path> files = Files.walk(GOOD)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = directory.resolve(GOOD.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        shop = directory.resolve("environments/shop");
        before = digest("1");
    }

    @Test
    void nothing_changed_gives_the_same_digest() throws IOException {
        assertThat(digest("1")).isEqualTo(before).matches("[0-9a-f]{64}");
    }

    @Test
    void what_commissioning_reads_changes_the_digest() throws IOException {
        for (String file : List.of("compose.yaml", "secrets.yaml", "runbooks/commission.md", "images/db/Dockerfile")) {
            String earlier = digest("1");
            Files.writeString(shop.resolve(file), Files.readString(shop.resolve(file)) + "\n");
            assertThat(digest("1")).as(file).isNotEqualTo(earlier);
        }
    }

    @Test
    void what_commissioning_does_not_read_does_not_change_the_digest() throws IOException {
        Files.writeString(shop.resolve("runbooks/restore-database.md"), "# Another page\n");
        Files.writeString(shop.resolve("README.md"), "Read me.\n");

        assertThat(digest("1")).isEqualTo(before);
    }

    @Test
    void another_file_beside_a_dockerfile_changes_the_digest() throws IOException {
        Files.writeString(shop.resolve("images/db/empty"), "");

        assertThat(digest("1")).isNotEqualTo(before);
    }

    @Test
    void what_a_linked_directory_holds_changes_the_digest() throws IOException {
        Path shared = directory.resolve("shared");
        Files.move(shop.resolve("images/db"), shared);
        Files.createSymbolicLink(shop.resolve("images/db"), Path.of("../../../shared"));
        String linked = digest("1");

        Files.writeString(shared.resolve("empty"), "");

        assertThat(digest("1")).isNotEqualTo(linked);
    }

    @Test
    void a_file_that_moves_changes_the_digest() throws IOException {
        Files.writeString(shop.resolve("images/db/a"), "");
        String one = digest("1");
        Files.move(shop.resolve("images/db/a"), shop.resolve("images/mail/a"));

        assertThat(digest("1")).isNotEqualTo(one);
    }

    @Test
    void a_file_that_becomes_executable_changes_the_digest() throws IOException {
        Files.setPosixFilePermissions(
                shop.resolve("images/db/Dockerfile"), PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(digest("1")).isNotEqualTo(before);
    }

    @Test
    void a_link_counts_by_where_it_points() throws IOException {
        Files.createSymbolicLink(shop.resolve("images/db/link"), Path.of("a"));
        String one = digest("1");
        Files.delete(shop.resolve("images/db/link"));
        Files.createSymbolicLink(shop.resolve("images/db/link"), Path.of("b"));

        assertThat(digest("1")).isNotEqualTo(one);
    }

    @Test
    void another_format_gives_another_digest() throws IOException {
        assertThat(digest("2")).isNotEqualTo(before);
    }

    private String digest(String format) throws IOException {
        Definitions definitions = DefinitionReader.read(List.of(shop), new ShownPaths(directory));
        assertThat(definitions.problems()).isEmpty();
        return EnvironmentDigest.of(definitions.environments().get(0), format);
    }
}
