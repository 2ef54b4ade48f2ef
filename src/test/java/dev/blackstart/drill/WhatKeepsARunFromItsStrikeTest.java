package dev.blackstart.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.environment.EngineException;
import dev.blackstart.environment.Replica;
import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Event;
import dev.blackstart.testing.FakeShell;
import dev.blackstart.testing.Kiosk;
import dev.blackstart.testing.Outcomes;
import dev.blackstart.testing.Program;
import dev.blackstart.testing.Rehearsal;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that never came to their disaster: nothing is destroyed, and nothing is said about the recovery. */
class WhatKeepsARunFromItsStrikeTest {
    @TempDir
    private Path directory;

    private Rehearsal rehearsal;

    @BeforeEach
    void begin() throws IOException {
        rehearsal = Rehearsal.of(Kiosk.in(directory));
    }

    @Test
    void where_something_leads_out_of_the_replica_nothing_is_struck() throws IOException {
        rehearsal.engine().leadingOut("db has a default route");

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(run.codes()).contains("isolation-broken");
        assertThat(run.events(Event.Struck.class)).isEmpty();
        assertThat(rehearsal.engine().done()).doesNotContain("main: lose db").contains("main: close");
    }

    @Test
    void a_service_that_never_worked_is_not_struck() throws IOException {
        rehearsal.machines().closes();

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(run.codes()).contains("baseline-not-met");
        assertThat(run.events(Event.Struck.class)).isEmpty();
    }

    @Test
    void a_service_that_worked_at_first_and_not_at_the_strike_is_not_struck() throws IOException {
        rehearsal.kiosk().replace(Kiosk.DAMAGED, "run: check-pages", "run: close-the-kiosk");

        Rehearsal.Result run = rehearsal.run(Kiosk.DAMAGED);

        assertThat(run.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(run.events(Event.Struck.class)).isEmpty();
        assertThat(run.judgement().findings())
                .filteredOn(finding -> finding.code().word().equals("baseline-lost"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .contains("not every probe held: \"the kiosk is open\": ")
                        .doesNotEndWith(": 200"));
    }

    @Test
    void a_commissioning_that_fails_names_its_step() throws IOException {
        rehearsal.kiosk().replace(Kiosk.COMMISSION, "create-database", "exit 9");

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(run.judgement().findings()).first().satisfies(finding -> {
            assertThat(finding.code().word()).isEqualTo("commissioning-failed");
            assertThat(finding.message()).contains("\"2. The database\"", "exit code 9");
            assertThat(finding.place().fileAndLine()).endsWith("environments/kiosk/runbooks/commission.md:13");
        });
        assertThat(rehearsal.engine().done()).contains("commission: close").doesNotContain("main: open");
    }

    @Test
    void a_commissioning_that_fails_is_kept_for_a_look_where_somebody_asks_for_it() throws IOException {
        rehearsal.kiosk().replace(Kiosk.COMMISSION, "create-database", "exit 9");

        Rehearsal.Result run = rehearsal.keep().run(Kiosk.LOST);

        assertThat(rehearsal.engine().done()).doesNotContain("commission: close");
        assertThat(run.codes()).contains("commissioning-failed", "kept");
        assertThat(rehearsal.leases())
                .containsExactly(run.directory().getFileName().toString());
    }

    @Test
    void what_a_host_said_of_a_commissioning_that_failed_stands_with_it() throws IOException {
        rehearsal.machines().shell().knows("create-database", typed -> {
            typed.host().put("/var/log/journal", "kioskd: no room on /var\n");
            throw new FakeShell.Failure(9, "it does not start");
        });

        assertThat(rehearsal.run(Kiosk.LOST).judgement().findings().get(0).message())
                .contains("it does not start", "the journal of db ends with:\nkioskd: no room on /var");
    }

    @Test
    void an_environment_that_could_not_be_commissioned_is_commissioned_by_the_next_run() throws IOException {
        rehearsal.engine().before("commission: keep", () -> {
            throw new EngineException("the disk is full", "make room");
        });
        Rehearsal.Result run = rehearsal.quick().run(Kiosk.LOST);
        assertThat(run.codes()).contains("engine");

        Rehearsal again = Rehearsal.of(rehearsal.kiosk()).quick();
        again.run(Kiosk.LOST);

        assertThat(again.engine().done()).contains("commission: keep", "main: lose db");
    }

    @Test
    void a_responder_that_cannot_be_furnished_is_nobodys_failure() throws IOException {
        rehearsal
                .engine()
                .everywhere(Program.when("responder", "welcome.sh", () -> Outcomes.failed(1, "no space left")));

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(run.judgement().findings().get(0).message()).contains("no space left");
    }

    @Test
    void a_database_that_cannot_be_read_before_the_strike_ends_the_run() throws IOException {
        rehearsal.engine().everywhere(Program.when("db", "pg_dump", () -> Outcomes.failed(1, "permission denied")));

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(run.codes()).contains("state-unreadable");
        assertThat(run.events(Event.Struck.class)).isEmpty();
    }

    @Test
    void what_is_left_behind_is_said_and_the_lease_stays() throws IOException {
        rehearsal.engine().leaving(new Replica.Remains(1, 0, 2));

        Rehearsal.Result run = rehearsal.quick().run(Kiosk.LOST);

        assertThat(run.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(run.codes()).contains("left-behind");
        assertThat(rehearsal.leases()).hasSize(1);
    }

    @Test
    void a_third_party_whose_secret_nobody_made_is_missed_at_once() throws IOException {
        rehearsal
                .kiosk()
                .replace(
                        Kiosk.SECRETS,
                        "purpose: lets the bank know us\n    store: pass\n    openedBy: { anyOf: [alice, bob] }\n    generate: hex",
                        "purpose: lets the bank know us\n    store: pass\n    openedBy: { anyOf: [alice, bob] }");

        Rehearsal.Result run = rehearsal.quick().run(Kiosk.LOST);

        assertThat(run.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(run.judgement().findings().get(0).message()).contains("bank-token");
    }
}
