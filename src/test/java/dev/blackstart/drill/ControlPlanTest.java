package dev.blackstart.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.journal.Entry;
import dev.blackstart.journal.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ControlPlanTest {
    @Test
    void a_lost_server_owes_a_control_without_a_backup_and_one_for_each_secret_that_was_opened() {
        assertThat(controls("lost-database-server", opened("hosting-login", 1), opened("backup-passphrase", 4)))
                .containsExactly("without a backup", "without hosting-login", "without backup-passphrase");
    }

    @Test
    void a_secret_that_is_opened_twice_is_withheld_once() {
        assertThat(controls("lost-database-server", opened("hosting-login", 1), opened("hosting-login", 3)))
                .containsExactly("without a backup", "without hosting-login");
    }

    @Test
    void what_commissioning_opened_says_nothing_about_the_recovery() {
        Entry elsewhere =
                new Entry(Duration.ZERO, Instant.EPOCH, "commission", new Event.SecretOpened("stripe-secret-key", 1));
        assertThat(controls("lost-database-server", elsewhere)).containsExactly("without a backup");
    }

    @Test
    void a_lock_out_owes_a_recovery_with_everybody_back() {
        assertThat(controls("lost-everybody", opened("hosting-login", 1))).containsExactly("everybody back");
    }

    private static List<String> controls(String drill, Entry... entries) {
        return ControlPlan.of(RepositoryDrills.named(drill), List.of(entries)).stream()
                .map(AttemptPlan::name)
                .toList();
    }

    private static Entry opened(String secret, int step) {
        return new Entry(Duration.ZERO, Instant.EPOCH, Entry.MAIN, new Event.SecretOpened(secret, step));
    }
}
