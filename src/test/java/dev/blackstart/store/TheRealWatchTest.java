package dev.blackstart.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.blackstart.machine.Scripts;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the real inotify tells, on this machine. */
@Timeout(60)
class TheRealWatchTest {
    @TempDir
    private Path home;

    @Test
    void a_file_that_is_opened_by_another_name_is_seen() throws Exception {
        assumeTrue(installed(), "inotify-tools");
        Path store = Files.createDirectories(home.resolve("store/deep"));
        Path secret = Files.writeString(store.resolve("secret.gpg"), "x");
        Path marks = home.resolve("marks");
        Process watch = new ProcessBuilder(Scripts.bash(
                        FileWatch.class,
                        "file-watch.sh",
                        List.of(home.resolve("store").toString(), marks.toString())))
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(watch.getInputStream(), StandardCharsets.UTF_8))) {
            await(lines, "Watches established");
            Path other = Files.createLink(home.resolve("other"), secret);
            Files.readString(other);
            Files.createFile(marks.resolve("mark"));

            assertThat(await(lines, "mark"))
                    .anyMatch(line -> line.startsWith("OPEN") && line.contains(secret.toString()));
        } finally {
            watch.destroy();
        }
    }

    private static List<String> await(BufferedReader lines, String word) throws Exception {
        List<String> read = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            read.add(line);
            if (line.contains(word)) {
                return read;
            }
        }
        throw new AssertionError("the watch ended: " + read);
    }

    private static boolean installed() {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(path -> Files.exists(Path.of(path, "inotifywait")));
    }
}
