package dev.blackstart.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.testing.Kiosk;
import dev.blackstart.testing.Rehearsal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AStageTest {
    @TempDir
    Path directory;

    private Rehearsal rehearsal;

    @BeforeEach
    void make() throws IOException {
        rehearsal = Rehearsal.of(Kiosk.in(directory));
    }

    @Test
    void it_is_in_service_and_stays_up_and_says_how_it_is_reached() throws IOException {
        Optional<StageDoors> doors = rehearsal.stage(Kiosk.LOST);

        assertThat(doors).hasValueSatisfying(up -> {
            assertThat(up.shells()).containsEntry("db", "fake exec db").containsKeys("offsite", "bank", "responder");
            assertThat(up.ports().keySet()).anyMatch(port -> port.startsWith("db:"));
            assertThat(up.ports().values()).allMatch(address -> address.startsWith("127.0.0.1:"));
        });
        assertThat(rehearsal.engine().done())
                .contains("main: open")
                .doesNotContain("main: close")
                .noneMatch(done -> done.startsWith("main: lose"));
        assertThat(Files.readString(lease())).endsWith("\nkept\nstage of kiosk");
    }

    @Test
    void one_that_does_not_come_into_service_is_no_stage_and_is_left_for_a_look() throws IOException {
        rehearsal.kiosk().replace(Kiosk.COMMISSION, "create-database", "exit 9");

        assertThat(rehearsal.stage(Kiosk.LOST)).isEmpty();

        assertThat(Files.readString(lease())).endsWith("\nkept");
    }

    private Path lease() throws IOException {
        return directory
                .resolve("home/.local/state/blackstart/runs")
                .resolve(rehearsal.leases().get(0));
    }
}
