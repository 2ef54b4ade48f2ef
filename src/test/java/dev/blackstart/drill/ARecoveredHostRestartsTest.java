package dev.blackstart.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Entry;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.Stage;
import dev.blackstart.testing.Kiosk;
import dev.blackstart.testing.Rehearsal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What runs only because a step started it is gone with the first reboot. */
class ARecoveredHostRestartsTest {
    private static final String RECOVERY = "recovery: { runbook: restore.md, survivors: all }\n";

    @TempDir
    private Path directory;

    private Rehearsal rehearsal;

    @BeforeEach
    void begin() throws IOException {
        rehearsal = Rehearsal.of(Kiosk.in(directory)).quick();
    }

    @Test
    void what_starts_at_boot_survives_it_outside_of_every_time_of_the_recovery() throws IOException {
        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(run.events(Event.HostRestarted.class)).singleElement().satisfies(restarted -> {
            assertThat(restarted.host()).isEqualTo("db");
            assertThat(restarted.held()).isTrue();
            assertThat(restarted.within()).isEqualTo(Duration.ofMinutes(1));
        });
        assertThat(at(run, Event.HostRestarted.class)).isGreaterThan(at(run, Event.Verified.class));
        assertThat(rehearsal.engine().done()).containsSubsequence("main: order db", "main: restart db", "main: close");
    }

    @Test
    void what_its_restart_does_to_probes_is_neither_measured_nor_told() throws IOException {
        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        List<Event> after = run.entries().stream()
                .map(Entry::event)
                .dropWhile(event -> !(event instanceof Event.StageStarted stage && stage.stage() == Stage.REBOOT))
                .toList();
        assertThat(after).isNotEmpty().noneMatch(Event.ProbeTurned.class::isInstance);
    }

    @Test
    void what_nobody_enabled_has_failed_though_the_recovery_time_stands() throws IOException {
        rehearsal.machines().staysClosedAfterABoot();
        rehearsal.kiosk().replace(Kiosk.RESTORE, "start-database", "start-database\nsay-so");
        rehearsal.machines().shell().knows("say-so", typed -> {
            typed.host().put("/var/log/journal", "database.service is disabled");
            return "";
        });

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(run.codes()).startsWith("reboot-failed");
        assertThat(run.judgement().findings().get(0).message())
                .isEqualTo("db was recovered, and restarted: the steady state did not hold again within 1 min:"
                        + " \"the kiosk is open\": 503 instead of 200: closed");
        assertThat(run.events(Event.HostRestarted.class).get(0).tail()).contains("database.service is disabled");
        assertThat(run.judgement().actuals().recoveryTime()).isPresent();
    }

    @Test
    void a_damaged_host_restarts_too() throws IOException {
        assertThat(rehearsal.run(Kiosk.DAMAGED).events(Event.HostRestarted.class))
                .extracting(Event.HostRestarted::host)
                .containsExactly("db");
    }

    @Test
    void who_leaves_it_out_says_why_and_the_report_says_that_it_was_not_proved() throws IOException {
        rehearsal.kiosk().replace(Kiosk.LOST, RECOVERY, RECOVERY + "reboot: { skip: a new one is ordered instead }\n");

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.events(Event.HostRestarted.class)).isEmpty();
        assertThat(run.judgement().findings())
                .filteredOn(finding -> finding.code().word().equals("reboot-left-out"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message()).endsWith("was not proved, because a new one is ordered instead");
                    assertThat(finding.place().line()).isEqualTo(14);
                });
        assertThat(run.verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void a_drill_may_give_it_longer() throws IOException {
        rehearsal.kiosk().replace(Kiosk.LOST, RECOVERY, RECOVERY + "reboot: { within: 3m }\n");

        assertThat(rehearsal.run(Kiosk.LOST).events(Event.HostRestarted.class))
                .extracting(Event.HostRestarted::within)
                .containsExactly(Duration.ofMinutes(3));
    }

    @Test
    void what_was_not_recovered_is_not_restarted() throws IOException {
        rehearsal.kiosk().replace(Kiosk.RESTORE, "start-database\n", "start-database\nclose-the-kiosk\n");

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.codes()).contains("steady-state-not-restored").doesNotContain("reboot-unproved");
        assertThat(rehearsal.engine().done()).doesNotContain("main: restart db");
    }

    @Test
    void an_engine_that_dies_meanwhile_leaves_it_untold() throws IOException {
        rehearsal.engine().diesBefore("restart db");

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(run.codes()).contains("engine");
    }

    @Test
    void a_step_that_only_a_restart_misses_is_missed() throws IOException {
        rehearsal = Rehearsal.of(rehearsal.kiosk()).provingSteps();
        rehearsal.kiosk().replace(Kiosk.RESTORE, "back-up\n```\n", "back-up\n```\n\n```sh on=db\nkeep enabled\n```\n");
        rehearsal.machines().staysClosedAfterABoot();

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.control("without step 6").verdict()).isEqualTo(Verdict.FAILED);
        assertThat(run.control("without step 6").ruled().explanation()).startsWith("db was recovered, and restarted");
    }

    private static Duration at(Rehearsal.Result run, Class<? extends Event> kind) {
        return run.entries().stream()
                .filter(entry -> kind.isInstance(entry.event()))
                .findFirst()
                .orElseThrow()
                .at();
    }
}
