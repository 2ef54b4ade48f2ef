package dev.blackstart.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.journal.Event;
import dev.blackstart.testing.FakeShell;
import dev.blackstart.testing.Kiosk;
import dev.blackstart.testing.Rehearsal;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A step that fails on a host brings the end of that host's journal with it. */
class WhatAHostSaidTest {
    @TempDir
    private Path directory;

    private Rehearsal rehearsal;

    @BeforeEach
    void begin() throws IOException {
        rehearsal = Rehearsal.of(Kiosk.in(directory)).quick();
        rehearsal.machines().shell().knows("break", typed -> {
            typed.host()
                    .put(
                            "/var/log/journal",
                            "an older line\n".repeat(5_000) + "kept "
                                    + typed.host()
                                            .text("/etc/kiosk/backup-passphrase")
                                            .orElse("nothing")
                                    + "\nkioskd: port 8080 is taken\n");
            throw new FakeShell.Failure(3, "Job for kioskd.service failed");
        });
    }

    @Test
    void over_ssh_and_at_the_console_redacted_and_bounded() throws IOException {
        rehearsal.kiosk().replace(Kiosk.RESTORE, "back-up", "break");

        Event.HostSaid said = only(rehearsal.run(Kiosk.LOST));

        assertThat(said.host()).isEqualTo("db");
        assertThat(said.step()).isEqualTo(5);
        assertThat(said.tail())
                .endsWith("kioskd: port 8080 is taken")
                .contains("kept [secret:backup-passphrase]")
                .hasSizeLessThan(8_000);
    }

    @Test
    void a_step_of_the_responder_brings_none() throws IOException {
        rehearsal.kiosk().replace(Kiosk.RESTORE, "fetch-backup db", "break");

        assertThat(rehearsal.run(Kiosk.LOST).events(Event.HostSaid.class)).isEmpty();
    }

    @Test
    void a_host_that_keeps_no_journal_says_nothing() throws IOException {
        rehearsal.kiosk().replace(Kiosk.RESTORE, "start-database", "exit 7");

        assertThat(rehearsal.run(Kiosk.LOST).events(Event.HostSaid.class)).isEmpty();
    }

    private static Event.HostSaid only(Rehearsal.Result run) {
        assertThat(run.events(Event.HostSaid.class)).hasSize(1);
        return run.events(Event.HostSaid.class).get(0);
    }
}
