package dev.blackstart.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A store of 5,000 files is read at once, and its one broken file is named. */
class LargeStoreTest extends DriftFixture {
    @Test
    void five_thousand_files_are_read_in_under_five_seconds_and_the_broken_one_is_named() throws IOException {
        byte[] bytes = Files.readAllBytes(login);
        for (int i = 0; i < 4_999; i++) {
            Path file = store.resolve("team-" + i / 100 + "/login-" + i + ".gpg");
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        }
        Files.writeString(store.resolve("team-7/login-700.gpg"), "not a message");

        long started = System.nanoTime();
        DriftAnswer answer = drift(Instant.now());
        Duration took = Duration.ofNanos(System.nanoTime() - started);

        assertThat(answer.files()).hasSize(5_000);
        assertThat(found(answer))
                .containsExactly("no-openpgp store/team-7/login-700.gpg:1: the file is no OpenPGP message:"
                        + " no OpenPGP packet begins at byte 0");
        System.out.println("5,000 files were read and compared in " + took.toMillis() + " ms");
        assertThat(took).isLessThan(Duration.ofSeconds(5));
    }
}
