package dev.blackstart.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Event;
import dev.blackstart.machine.Command;
import dev.blackstart.machine.Outcome;
import dev.blackstart.testing.FakeHost;
import dev.blackstart.testing.Kiosk;
import dev.blackstart.testing.Outcomes;
import dev.blackstart.testing.Rehearsal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A drill in which nothing is lost, but no backup comes any more: somebody must be told, and they must come again. */
class BackupsThatStopTest {
    private static final String PASSPHRASE = "/etc/kiosk/backup-passphrase";
    private static final String AGAIN = "pass show backup-passphrase | ssh db keep backup-passphrase";

    @TempDir
    private Path directory;

    private Rehearsal rehearsal;

    @BeforeEach
    void begin() throws IOException {
        rehearsal = Rehearsal.of(Kiosk.in(directory));
        rehearsal.kiosk().replace(Kiosk.LOST, "  - lose: { service: db }\n", """
                  - spoil: { service: offsite, damage: stopped-timer, from: db, unit: backup.timer }
                detection:
                  - { name: freshness, service: offsite, run: ask-how-old, expect: no backup came, every: 1s, within: 60s }
                """);
        rehearsal.kiosk().write(Kiosk.RESTORE, """
                # No backup comes any more

                ```sh
                %s
                ```
                """.formatted(AGAIN));
        rehearsal.engine().everywhere(BackupsThatStopTest::stop);
        rehearsal
                .machines()
                .shell()
                .knows(
                        "ask-how-old",
                        typed -> backsUp(typed.replica().host("db")) ? "a backup came\n" : "no backup came\n");
    }

    @Test
    void a_drill_of_nothing_else_passes_where_somebody_is_told_and_backups_come_again() throws IOException {
        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.verdict()).as(run.codes().toString()).isEqualTo(Verdict.PASSED);
        assertThat(run.events(Event.Detected.class))
                .singleElement()
                .satisfies(told -> assertThat(told.noticed()).isTrue());
        assertThat(run.events(Event.BackupAwaited.class))
                .singleElement()
                .satisfies(awaited -> assertThat(awaited.came()).isTrue());
        assertThat(run.control("without backup-passphrase").verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void a_page_that_brings_no_backup_back_fails() throws IOException {
        rehearsal.kiosk().replace(Kiosk.RESTORE, AGAIN, "echo never mind");

        Rehearsal.Result run = rehearsal.quick().run(Kiosk.LOST);

        assertThat(run.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(run.codes()).contains("no-new-backup");
    }

    @Test
    void where_nobody_is_told_the_drill_fails() throws IOException {
        rehearsal.machines().shell().knows("ask-how-old", typed -> "a backup came\n");

        Rehearsal.Result run = rehearsal.quick().run(Kiosk.LOST);

        assertThat(run.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(run.codes()).contains("not-detected");
    }

    private static boolean backsUp(FakeHost host) {
        return host.text(PASSPHRASE).isPresent();
    }

    private static Optional<Outcome> stop(FakeHost host, Command command) {
        if (!String.join(" ", command.arguments()).contains("systemctl disable --now")) {
            return Optional.empty();
        }
        host.delete(PASSPHRASE);
        return Optional.of(Outcomes.ok("inactive disabled\n"));
    }
}
