package dev.blackstart.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.blackstart.machine.Outcome;
import dev.blackstart.testing.LocalPostgres;
import dev.blackstart.testing.RealTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What {@code restore-moment.md} relies on, with a real pgBackRest: 500 writes, a wrong transaction, 500 more. */
@RealTools
class BackToAMomentTest {
    private static final Path FIRST_COMMIT =
            Path.of("environments/snowdrift/images/db/rootfs/usr/local/bin/first-commit");
    private static final Duration SOON = Duration.ofSeconds(60);

    private static final LocalPostgres SERVER = LocalPostgres.make();
    private static String moment = "";
    private static String early = "";

    @BeforeAll
    static void write_a_thousand_times_around_a_wrong_transaction() throws IOException {
        passphrase("the passphrase");
        sql("alter system set archive_mode = on; alter system set archive_command = '%s'"
                .formatted(String.join(" ", pgbackrest("archive-push", "%p"))));
        SERVER.restart();
        done(pgbackrest("stanza-create"));
        sql("create table pledges (id int primary key, token text)");
        done(pgbackrest("--type=full", "--start-fast", "--repo1-retention-full=2", "backup"));
        sql("insert into pledges values (0, 'old')");
        sql("begin; update pledges set token = null; prepare transaction 'wrong'"); // the lowest number of all
        pledge(1, 250);
        early = sql("select pg_walfile_name(pg_switch_wal())");
        pledge(251, 500);
        sql("commit prepared 'wrong'");
        pledge(501, 1000);
        String wrong = sql("select xmin from pledges where token is null");
        String last = switchToAFileThatIsNotThereYet();
        moment = firstCommit(wrong).get(1);
        await().atMost(SOON)
                .until(() -> sql("select last_archived_wal >= '" + last + "' from pg_stat_archiver")
                        .equals("t"));
    }

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @Test
    void of_a_thousand_writes_around_a_wrong_transaction_exactly_those_before_it_are_there() {
        restore("--type=lsn", "--target=" + moment, "--target-exclusive");
        SERVER.start();
        await().atMost(SOON)
                .until(() -> sql("select pg_get_wal_replay_pause_state()").equals("paused"));

        assertThat(sql("select count(*) from pledges where token is null")).isEqualTo("0");
        assertThat(sql("select id from pledges order by id").lines())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(0, 500).mapToObj(String::valueOf).toList());
    }

    @Test
    void the_wrong_transaction_is_there_where_the_target_is_not_exclusive() {
        restore("--type=lsn", "--target=" + moment);
        SERVER.start();
        await().atMost(SOON)
                .until(() -> sql("select pg_get_wal_replay_pause_state()").equals("paused"));

        assertThat(sql("select count(*) from pledges where token is null")).isEqualTo("1");
    }

    @Test
    void a_gap_in_the_log_ends_a_recovery_that_has_a_target() throws IOException {
        Path lost = lose(early);
        try {
            restore("--type=lsn", "--target=" + moment, "--target-exclusive");
            startIfItLastsThatLong();

            await().atMost(SOON).until(() -> !SERVER.runs());
            assertThat(Files.readString(SERVER.file("log")))
                    .contains("FATAL:  recovery ended before configured recovery target was reached");
        } finally {
            giveBack(lost);
        }
    }

    /** Why the page says never to leave it out. */
    @Test
    void a_gap_in_the_log_is_passed_over_in_silence_where_there_is_no_target() throws IOException {
        Path lost = lose(early);
        try {
            restore();
            SERVER.start();
            await().atMost(SOON).until(() -> sql("select pg_is_in_recovery()").equals("f"));

            assertThat(sql("select count(*) from pledges")).isEqualTo("0");
        } finally {
            giveBack(lost);
        }
    }

    @Test
    void another_passphrase_restores_nothing() throws IOException {
        passphrase("another");
        try {
            stop();
            assertThat(SERVER.program(restoring("--type=lsn", "--target=" + moment))
                            .succeeded())
                    .isFalse();
        } finally {
            passphrase("the passphrase");
        }
    }

    private static void pledge(int first, int last) {
        IntStream.rangeClosed(first, last)
                .mapToObj("insert into pledges values (%d, 'new');"::formatted)
                .reduce(String::concat)
                .ifPresent(BackToAMomentTest::sql);
    }

    /** As it is right after a switch, where no checkpoint has left one for later. */
    private static String switchToAFileThatIsNotThereYet() {
        Path files = SERVER.file("data/pg_wal");
        String last;
        do {
            sql("create table unlike_the_last as select 1; drop table unlike_the_last");
            last = sql("select pg_walfile_name(pg_switch_wal())");
        } while (Files.exists(files.resolve(sql("select pg_walfile_name(pg_current_wal_insert_lsn())"))));
        return last;
    }

    private static List<String> firstCommit(String numbers) {
        return List.of(done(
                        "env",
                        "PGDATA=" + SERVER.file("data"),
                        "sh",
                        "-c",
                        "printf '%s\\n' \"$1\" | python3 \"$2\"",
                        "sh",
                        numbers,
                        FIRST_COMMIT.toAbsolutePath().toString())
                .split(" "));
    }

    /** Whoever waits for a start may see the end first. */
    private static void startIfItLastsThatLong() {
        try {
            SERVER.start();
        } catch (IllegalStateException e) {
            assertThat(e).hasMessageContaining("could not start server");
        }
    }

    private static void restore(String... target) {
        stop();
        done(restoring(target));
    }

    private static void stop() {
        if (SERVER.runs()) {
            SERVER.stop();
        }
    }

    private static String[] restoring(String... target) {
        return pgbackrest(Stream.of(Stream.of("--delta", "--archive-mode=off"), Stream.of(target), Stream.of("restore"))
                .flatMap(words -> words)
                .toArray(String[]::new));
    }

    private static String[] pgbackrest(String... words) {
        return Stream.concat(
                        Stream.of("pgbackrest", "--config=" + SERVER.file("pgbackrest.conf"), "--stanza=website"),
                        Stream.of(words))
                .toArray(String[]::new);
    }

    private static void passphrase(String passphrase) throws IOException {
        Files.writeString(SERVER.file("pgbackrest.conf"), """
                [global]
                repo1-path=%1$s
                repo1-cipher-type=aes-256-cbc
                repo1-cipher-pass=%2$s
                lock-path=%3$s
                log-level-file=off
                [website]
                pg1-path=%4$s
                pg1-socket-path=%5$s
                """.formatted(
                        SERVER.file("repository"),
                        passphrase,
                        SERVER.file("lock"),
                        SERVER.file("data"),
                        SERVER.file("data").getParent()));
    }

    /** Take a piece of the log out of the archive. */
    private static Path lose(String segment) throws IOException {
        try (Stream<Path> files = Files.walk(SERVER.file("repository"))) {
            Path file = files.filter(path -> path.getFileName().toString().startsWith(segment + "-"))
                    .findFirst()
                    .orElseThrow();
            Files.move(file, SERVER.file("lost"));
            return file;
        }
    }

    private static void giveBack(Path lost) throws IOException {
        Files.move(SERVER.file("lost"), lost);
    }

    private static String sql(String statements) {
        return SERVER.sql("postgres", statements).strip();
    }

    private static String done(String... words) {
        Outcome outcome = SERVER.program(words);
        assertThat(outcome.succeeded())
                .as("%s: %s", String.join(" ", words), outcome)
                .isTrue();
        return outcome.out().strip();
    }
}
