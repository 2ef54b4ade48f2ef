package dev.blackstart.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** How long thousands of files take is measured by {@code ci/bench/large-store}. */
class LargeStoreTest extends DriftFixture {
    @Test
    void of_hundreds_of_files_the_broken_one_is_named() throws IOException {
        LargeStore.fill(store, login, 500);
        Files.writeString(store.resolve("team-3/login-300.gpg"), "not a message");

        DriftAnswer answer = drift();

        assertThat(answer.files()).hasSize(500);
        assertThat(found(answer))
                .containsExactly("no-openpgp store/team-3/login-300.gpg:1: the file is no OpenPGP message:"
                        + " no OpenPGP packet begins at byte 0");
    }
}
