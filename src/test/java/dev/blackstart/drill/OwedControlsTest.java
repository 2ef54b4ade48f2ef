package dev.blackstart.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.control.Control;
import dev.blackstart.definition.DrillDefinition;
import dev.blackstart.definition.Team;
import dev.blackstart.finding.Place;
import dev.blackstart.history.FirstOpenings;
import dev.blackstart.history.History;
import dev.blackstart.journal.Entry;
import dev.blackstart.journal.Event;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OwedControlsTest {
    @Test
    void a_lost_server_owes_a_control_without_a_backup_and_two_for_each_secret_that_was_opened() {
        assertThat(controls("lost-database-server", opened("hosting-login", 1), opened("backup-passphrase", 4)))
                .containsExactly(
                        "without a backup",
                        "with another hosting-login",
                        "with another backup-passphrase",
                        "without hosting-login",
                        "without backup-passphrase");
    }

    @Test
    void a_secret_that_is_opened_twice_is_withheld_once() {
        assertThat(controls("lost-database-server", opened("hosting-login", 1), opened("hosting-login", 3)))
                .containsExactly("without a backup", "with another hosting-login", "without hosting-login");
    }

    @Test
    void what_commissioning_opened_says_nothing_about_the_recovery() {
        List<Entry> entries = List.of(
                entry("commission", new Event.SecretOpened("stripe-secret-key", 1)),
                entry(Entry.MAIN, new Event.Struck()));
        assertThat(new FirstOpenings(History.of(entries).main()).secrets()).isEmpty();
    }

    @Test
    void a_lock_out_owes_a_recovery_with_everybody_back() {
        assertThat(controls("lost-everybody", opened("hosting-login", 1))).containsExactly("everybody back");
    }

    @Test
    void and_one_with_another_value_of_the_secret_that_it_stopped_at() {
        assertThat(controls(
                        "lost-everybody",
                        entry(
                                Entry.MAIN,
                                new Event.StepEnded(
                                        1,
                                        "Order a new server",
                                        new Place(Path.of("restore.md"), 3, 1),
                                        Event.StepOutcome.FAILED,
                                        1,
                                        "nobody can open it",
                                        "",
                                        List.of(),
                                        Optional.of("hosting-login")))))
                .containsExactly("everybody back", "everybody back, with another hosting-login");
    }

    private static List<String> controls(String name, Entry... opened) {
        DrillDefinition drill = RepositoryDrills.named(name);
        RunOptions options = new RunOptions(Path.of("reports"), false, false, 7);
        List<Entry> entries = new ArrayList<>();
        entries.add(entry(
                Entry.MAIN,
                new PlanEvent(drill, Team.of(drill).get(0), options).event(name + "-1", Instant.EPOCH, "no engine")));
        entries.add(entry(Entry.MAIN, new Event.Struck()));
        entries.addAll(List.of(opened));
        return DrillRun.owed(entries).stream().map(Control::name).toList();
    }

    private static Entry opened(String secret, int step) {
        return entry(Entry.MAIN, new Event.SecretOpened(secret, step));
    }

    private static Entry entry(String attempt, Event event) {
        return new Entry(Duration.ZERO, Instant.EPOCH, attempt, event);
    }
}
