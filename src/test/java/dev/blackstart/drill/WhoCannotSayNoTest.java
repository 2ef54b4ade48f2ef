package dev.blackstart.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Event;
import dev.blackstart.testing.FakePostgres;
import dev.blackstart.testing.Kiosk;
import dev.blackstart.testing.KioskMachines;
import dev.blackstart.testing.Rehearsal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An observer that cannot say no, or says no where all is well, is no evidence: found before anything is destroyed. */
class WhoCannotSayNoTest {
    private static final String ALWAYS_WELL = """
              - name: somebody is well
                http: { service: offsite, port: 8080, path: %s, status: 200 }
            """.formatted(KioskMachines.ALWAYS);

    @TempDir
    private Path directory;

    private Rehearsal rehearsal;

    @BeforeEach
    void begin() throws IOException {
        rehearsal = Rehearsal.of(Kiosk.in(directory)).quick();
    }

    @Test
    void all_of_them_are_asked_in_every_run() throws IOException {
        Rehearsal.Result run = rehearsal.run(Kiosk.DAMAGED);

        assertThat(run.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(run.events(Event.Calibrated.class))
                .allMatch(Event.Calibrated::right)
                .extracting(said -> said.observer() + (said.expected() ? " yes" : " no"))
                .contains("CHECK yes", "CHECK no", "DETECTOR no", "READ_BACK yes", "READ_BACK no");
        assertThat(run.events(Event.ContentCompared.class)).singleElement().satisfies(compared -> {
            assertThat(compared.compared()).isPositive();
            assertThat(compared.altered()).isZero();
        });
        assertThat(run.events(Event.WroteAgain.class)).singleElement().matches(Event.WroteAgain::taken);
    }

    @Test
    void a_check_that_does_not_hold_while_all_is_well() throws IOException {
        rehearsal.kiosk().replace(Kiosk.LOST, "first-%'\", equals: 100", "first-%'\", equals: 99");

        notStruck(rehearsal.run(Kiosk.LOST), "check-uncalibrated", "does not hold before the disaster: expected 99");
    }

    @Test
    void a_check_that_asks_for_nothing_of_the_database() throws IOException {
        rehearsal
                .kiosk()
                .replace(
                        Kiosk.LOST,
                        "select count(*) from orders where id like 'first-%'\", equals: 100",
                        "select 1\", equals: 1");

        notStruck(rehearsal.run(Kiosk.LOST), "check-uncalibrated", "cannot fail");
    }

    @Test
    void a_page_that_is_answered_like_any_other() throws IOException {
        rehearsal.machines().shows(order -> "first-1 and " + order);
        rehearsal.machines().repeats();

        notStruck(rehearsal.run(Kiosk.DAMAGED), "check-uncalibrated", "which nobody made, is answered as well");
    }

    @Test
    void a_detector_that_speaks_before_the_strike() throws IOException {
        rehearsal.kiosk().replace(Kiosk.DAMAGED, "run: check-pages", "run: echo invalid page");

        notStruck(rehearsal.run(Kiosk.DAMAGED), "detector-uncalibrated", "it said: invalid page");
    }

    @Test
    void a_page_that_is_not_well_before_the_strike_notices_nothing() throws IOException {
        noticing("http: { service: db, port: 8080, path: /orders/never-ordered }");

        notStruck(rehearsal.run(Kiosk.DAMAGED), "detector-uncalibrated", "before there is any: 404 instead of 200");
    }

    @Test
    void a_page_that_says_that_all_is_well_whatever_is_asked_for_notices_nothing() throws IOException {
        rehearsal.machines().repeats();
        noticing("http: { service: db, port: 8080, path: /orders/first-1 }");

        Rehearsal.Result run = rehearsal.run(Kiosk.DAMAGED);

        assertThat(run.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(run.judgement().findings())
                .filteredOn(finding -> finding.code().word().equals("detector-uncalibrated"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("it would be silent whatever is there"));
        assertThat(run.events(Event.Struck.class)).isEmpty();
    }

    @Test
    void an_invariant_that_asks_for_nothing_notices_nothing() throws IOException {
        noticing("sql: { service: db, query: select 1, equals: 1 }");

        notStruck(
                rehearsal.run(Kiosk.DAMAGED), "detector-uncalibrated", "it would be silent whatever is there: it asks");
    }

    private void noticing(String how) throws IOException {
        rehearsal
                .kiosk()
                .replace(
                        Kiosk.DAMAGED, "service: db, run: check-pages, expect: invalid page, within", how + ", within");
    }

    @Test
    void a_read_back_that_finds_what_was_never_written() throws IOException {
        rehearsal.machines().repeats();

        notStruck(rehearsal.run(Kiosk.LOST), "read-back-uncalibrated", "finds a write that was never made");
    }

    @Test
    void a_read_back_that_finds_anything_once_the_service_is_back() throws IOException {
        whileRestoring("repeat", () -> rehearsal.machines().repeats());

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(run.codes()).contains("read-back-uncalibrated");
    }

    @Test
    void a_read_back_that_finds_writes_while_the_database_is_lost() throws IOException {
        rehearsal
                .kiosk()
                .replace(
                        Kiosk.COMMISSION,
                        "```sh on=db\ncreate-database",
                        "```sh on=offsite\ncreate-database\nstart-database\n```\n\n```sh on=db\ncreate-database")
                .replace(Kiosk.LOST, "db, port: 8080, path: /orders, body", "offsite, port: 8080, path: /orders, body")
                .replace(Kiosk.LOST, "workload:\n", ALWAYS_WELL + "workload:\n");
        rehearsal.machines().backsUpNoMore();
        rehearsal.engine().before("main: order db", () -> rehearsal.machines().awaitWellHeard());

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.codes()).contains("read-back-uncalibrated");
        assertThat(run.judgement().findings())
                .filteredOn(finding -> finding.code().word().equals("read-back-uncalibrated"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("while what was lost was away"));
    }

    @Test
    void a_read_back_that_does_not_find_what_is_there() throws IOException {
        rehearsal.kiosk().replace(Kiosk.LOST, "readBack: '/orders/${id}'", "readBack: '/orders/of-${id}'");

        notStruck(rehearsal.run(Kiosk.LOST), "read-back-uncalibrated", "does not find what was written");
    }

    @Test
    void writes_that_come_back_with_another_content_fail_the_drill() throws IOException {
        rehearsal.machines().shows(order -> order + ", paid");
        whileRestoring("forget-payments", () -> rehearsal.machines().shows(order -> order + ", unpaid"));

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(run.judgement().findings().get(0).code().word()).isEqualTo("write-altered");
        assertThat(run.judgement().findings().get(0).message()).contains(", paid and is ", ", unpaid");
    }

    @Test
    void a_content_that_changes_by_itself_is_not_compared_and_said_so() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        rehearsal.machines().shows(order -> order + " asked for the time " + asked.incrementAndGet());

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(run.codes()).containsOnlyOnce("content-not-compared");
    }

    @Test
    void what_does_not_change_by_itself_is_compared_all_the_same() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        rehearsal.machines().shows(order -> order + " paid, asked " + asked.incrementAndGet());
        whileRestoring(
                "forget-payments",
                () -> rehearsal.machines().shows(order -> order + " unpaid, asked " + asked.incrementAndGet()));

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(run.codes()).contains("write-altered", "content-not-compared");
    }

    @Test
    void an_answer_without_a_shape_is_not_compared() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        rehearsal.machines().shows(order -> order + " again".repeat(asked.incrementAndGet() % 3));

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(run.events(Event.ContentCompared.class))
                .allMatch(compared ->
                        compared.compared() == 0 && !compared.unsteady().isEmpty());
    }

    @Test
    void a_service_that_takes_no_write_any_more_fails_the_drill() throws IOException {
        whileRestoring("only-read", () -> rehearsal.machines().takesNoOrders());

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(run.judgement().findings())
                .filteredOn(finding -> finding.code().word().equals("write-refused"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).endsWith("refused: 500"));
    }

    @Test
    void a_hole_among_the_writes_fails_the_drill() throws IOException {
        rehearsal.machines().shell().knows("lose-a-few", typed -> {
            FakePostgres.delete(typed.host(), "orders", row -> row.endsWith("-000001"));
            return "";
        });
        rehearsal.kiosk().replace(Kiosk.RESTORE, "start-database", "start-database\nlose-a-few");

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(run.codes()).contains("write-hole");
        assertThat(run.events(Event.HoleFound.class)).singleElement().satisfies(hole -> {
            assertThat(hole.writes()).isOne();
            assertThat(hole.lost()).endsWith("-000001");
        });
    }

    @Test
    void a_probe_that_does_not_need_what_was_lost_is_told_beside_one_that_does() throws IOException {
        rehearsal.machines().shell().knows("look-around", typed -> {
            rehearsal.machines().awaitWellHeard();
            return "";
        });
        rehearsal
                .kiosk()
                .replace(Kiosk.LOST, "workload:\n", ALWAYS_WELL + "workload:\n")
                .replace(Kiosk.RESTORE, "is lost\n", "is lost\n\n```sh\nlook-around\n```\n");

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(run.judgement().findings())
                .filteredOn(finding -> finding.code().word().equals("probe-unaffected"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("it went on to hold"));
    }

    @Test
    void a_drill_none_of_whose_probes_needs_what_was_lost_tells_nothing() throws IOException {
        rehearsal.engine().whileRemoving(replica -> {});
        rehearsal
                .kiosk()
                .replace(
                        Kiosk.LOST,
                        "  - name: the kiosk is open\n    http: { service: db, port: 8080, path: /, status: 200 }\n",
                        ALWAYS_WELL);

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(run.codes()).containsAnyOf("disaster-unnoticed", "probe-uncalibrated");
    }

    private void whileRestoring(String verb, Runnable happens) throws IOException {
        rehearsal.machines().shell().knows(verb, typed -> {
            happens.run();
            return "";
        });
        rehearsal.kiosk().replace(Kiosk.RESTORE, "start-database", "start-database\n" + verb);
    }

    private static void notStruck(Rehearsal.Result run, String code, String words) {
        assertThat(run.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(run.judgement().findings().get(0)).satisfies(finding -> {
            assertThat(finding.code().word()).isEqualTo(code);
            assertThat(finding.message()).contains(words);
        });
        assertThat(run.events(Event.Struck.class)).isEmpty();
    }
}
