package dev.blackstart.commission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnScriptsTest {
    @TempDir
    Path directory;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(directory.resolve("one"));
        Files.writeString(directory.resolve("one/step.sh"), "set -e\n");
        Files.writeString(directory.resolve("one/Step.class"), "compiled");
    }

    @Test
    void a_changed_script_gives_another_digest_and_a_changed_class_does_not() throws IOException {
        String before = OwnScripts.below(directory);
        Files.writeString(directory.resolve("one/Step.class"), "compiled again");
        assertThat(OwnScripts.below(directory)).isEqualTo(before);
        Files.writeString(directory.resolve("one/step.sh"), "set -eu\n");
        assertThat(OwnScripts.below(directory)).isNotEqualTo(before);
    }

    @Test
    void a_script_by_another_name_gives_another_digest() throws IOException {
        String before = OwnScripts.below(directory);
        Files.move(directory.resolve("one/step.sh"), directory.resolve("one/stride.sh"));
        assertThat(OwnScripts.below(directory)).isNotEqualTo(before);
    }

    @Test
    void in_a_jar_they_are_the_same(@TempDir Path other) throws IOException {
        Path jar = other.resolve("scripts.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String name : new String[] {"one/step.sh", "one/Step.class"}) {
                out.putNextEntry(new ZipEntry(name));
                out.write(Files.readAllBytes(directory.resolve(name)));
                out.closeEntry();
            }
        }
        assertThat(OwnScripts.inJar(jar)).isEqualTo(OwnScripts.below(directory));
    }

    @Test
    void ours_are_all_that_are_among_the_resources() throws IOException {
        assertThat(OwnScripts.digest()).isEqualTo(OwnScripts.below(Path.of("src/main/resources")));
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".sh"))).isNotEmpty();
        }
    }
}
