package dev.blackstart.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.testing.ThisMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written into a directory is found again where it is, and is part of no fingerprint. */
class FileSignTest {
    private static final String MARK = "bs00000001";

    @TempDir
    private Path uploads;

    @TempDir
    private Path tools;

    @Test
    void it_is_found_until_it_is_away_and_changes_nothing_that_is_compared() throws IOException {
        ThisMachine host = new ThisMachine(tools);
        State state = new FilesState(uploads.toString(), List.of());
        Files.writeString(uploads.resolve("picture"), "1");
        Sign sign = state.sign(MARK).orElseThrow();
        Fingerprint before = state.fingerprint(host, MARK);

        assertThat(sign.found(host)).isFalse();
        sign.leave(host);
        assertThat(sign.found(host)).isTrue();
        assertThat(state.differences(before, state.fingerprint(host, MARK))).isEmpty();
        Files.delete(uploads.resolve("blackstart-" + MARK));
        assertThat(sign.found(host)).isFalse();
    }

    @Test
    void where_nothing_can_be_written_it_is_said() {
        assertThatThrownBy(() -> new FileSign(uploads.resolve("none").toString(), MARK).leave(new ThisMachine(tools)))
                .isInstanceOf(StateException.class)
                .hasMessageContaining("nothing can be written below");
    }
}
