package dev.blackstart.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Entry;
import dev.blackstart.journal.Event;
import dev.blackstart.testing.Kiosk;
import dev.blackstart.testing.Rehearsal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A drill in which data is damaged while everything runs on. */
class ADamageTest {
    @TempDir
    private Path directory;

    private Rehearsal rehearsal;

    @BeforeEach
    void begin() throws IOException {
        rehearsal = Rehearsal.of(Kiosk.in(directory));
    }

    @Test
    void a_damage_that_is_noticed_and_mended_passes() throws IOException {
        Rehearsal.Result run = rehearsal.run(Kiosk.DAMAGED);

        assertThat(run.codes()).containsExactly("secrets-unproven");
        assertThat(run.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(run.events(Event.Damaged.class))
                .singleElement()
                .satisfies(
                        damaged -> assertThat(damaged.what()).startsWith("db: ").contains("table orders"));
        assertThat(run.events(Event.Detected.class)).singleElement().satisfies(detected -> {
            assertThat(detected.noticed()).isTrue();
            assertThat(detected.evidence()).isEqualTo("ERROR:  invalid page in block 5 of relation base/5/16384");
        });
        assertThat(run.control("without a backup").verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void a_detector_that_sees_nothing_fails_the_drill() throws IOException {
        rehearsal
                .kiosk()
                .replace(
                        Kiosk.DAMAGED,
                        "run: check-pages, expect: invalid page, within: 60s",
                        "run: echo all is well, expect: invalid page, within: 5s");

        Rehearsal.Result run = rehearsal.quick().run(Kiosk.DAMAGED);

        assertThat(run.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(run.codes()).contains("not-detected");
        assertThat(run.events(Event.Detected.class))
                .singleElement()
                .satisfies(detected -> assertThat(detected.evidence()).isEqualTo("said: all is well"));
    }

    @Test
    void where_nobody_sees_it_the_recovery_time_still_counts_from_the_strike() throws IOException {
        rehearsal
                .kiosk()
                .replace(
                        Kiosk.DAMAGED,
                        "run: check-pages, expect: invalid page, within: 60s",
                        "run: systemctl is-failed amcheck, expect: failed, every: 1s, within: 45s");
        rehearsal.machines().shell().knows("systemctl", typed -> "inactive");

        Rehearsal.Result run = rehearsal.quick().run(Kiosk.DAMAGED);

        assertThat(run.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(run.codes()).startsWith("not-detected").doesNotContain("detector-blind");
        assertThat(run.judgement().actuals().timeToDetect()).isEmpty();
        assertThat(run.judgement().actuals().recoveryTime())
                .hasValueSatisfying(time -> assertThat(time).isGreaterThan(Duration.ofSeconds(45)));
    }

    @Test
    void every_detector_is_timed_and_one_that_is_blind_to_it_is_named() throws IOException {
        rehearsal.kiosk().replace(Kiosk.DAMAGED, "recovery: { runbook", """
                  - name: invariant
                    sql: { service: db, query: "select count(*) from orders where id like 'first-%'", equals: 100 }
                    every: 20s
                    within: 60s
                  - { name: page, http: { service: db, port: 8080, path: / }, every: 5s, within: 30s }
                recovery: { runbook""".stripIndent());

        Rehearsal.Result run = rehearsal.quick().run(Kiosk.DAMAGED);

        assertThat(run.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(run.codes()).contains("detector-blind").doesNotContain("not-detected");
        assertThat(run.events(Event.Detected.class))
                .extracting(Event.Detected::name, Event.Detected::noticed)
                .containsExactlyInAnyOrder(tuple("amcheck", true), tuple("invariant", true), tuple("page", false));
        assertThat(after(run, "amcheck")).isLessThan(Duration.ofSeconds(20));
        assertThat(after(run, "invariant")).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(60));
        assertThat(run.judgement().actuals().timeToDetect()).contains(after(run, "amcheck"));
    }

    private static Duration after(Rehearsal.Result run, String detector) {
        Duration struck = run.entries().stream()
                .filter(entry -> entry.event() instanceof Event.Struck)
                .map(Entry::at)
                .findFirst()
                .orElseThrow();
        return run.entries().stream()
                .filter(entry -> entry.event() instanceof Event.Detected detected
                        && detected.name().equals(detector))
                .map(entry -> entry.at().minus(struck))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_damage_that_nobody_mends_makes_the_database_unreadable() throws IOException {
        rehearsal.kiosk().replace(Kiosk.MEND, "pass show backup-passphrase | fetch-backup db", "echo never mind");

        Rehearsal.Result run = rehearsal.quick().run(Kiosk.DAMAGED);

        assertThat(run.verdict()).isNotEqualTo(Verdict.PASSED);
        assertThat(run.codes()).contains("state-unreadable");
    }
}
