package dev.blackstart.environment.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoomTest {
    @TempDir
    private Path directory;

    @Test
    void a_disk_of_this_machine_says_how_much_it_has_left() {
        assertThat(Inquiry.room(directory.toString()).orElseThrow()).isPositive();
    }

    @Test
    void a_disk_of_another_machine_is_not_taken_for_a_full_one() {
        assertThat(Inquiry.room(directory.resolve("elsewhere").toString())).isEmpty();
        assertThat(Inquiry.room("")).isEmpty();
    }
}
