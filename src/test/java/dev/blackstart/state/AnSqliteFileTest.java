package dev.blackstart.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.blackstart.state.Fingerprint.Thing;
import dev.blackstart.testing.LocalSqlite;
import dev.blackstart.testing.RealTools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of the file of an SQLite database, and what reading it does to others. */
@Tag(RealTools.TAG)
class AnSqliteFileTest {
    private static final String MARK = "bs00000001";

    @TempDir
    private Path directory;

    private LocalSqlite database;

    @BeforeEach
    void make() {
        database = LocalSqlite.empty(directory);
        database.sql("create table one (n int); insert into one values (1), (2); create table two (t text)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            value = {
                "rm $db                                               @ is missing",
                "rm $db; mkdir $db                                    @ is no file",
                ": >$db                                               @ is empty (0 bytes)",
                "head -c 12288 /dev/urandom >$db                      @ is no SQLite database, or an encrypted one",
                "truncate -s 90 $db                                   @ cannot be read: database disk image is malformed",
                "printf '%0512d' 0 | dd of=$db bs=1 seek=100 conv=notrunc status=none @ cannot be read: database disk image is malformed",
            })
    void a_file_that_shows_nothing_is_told_as_what_it_is(String damage, String reason) {
        Fingerprint before = fingerprint();
        database.sh(damage);

        assertThat(differences(before))
                .containsExactly("database " + database.file() + " " + reason + ", with its 2 tables and 2 rows");
        assertThatThrownBy(this::fingerprint)
                .isInstanceOf(StateException.class)
                .hasMessage("the database " + database.file() + " on db cannot be read")
                .extracting(e -> ((StateException) e).detail())
                .isEqualTo(reason);
    }

    @Test
    void a_table_that_cannot_be_read_hides_no_other() {
        database.sql("""
                create table three (id integer primary key, t text);
                with recursive s (i) as (select 1 union all select i + 1 from s where i < 1000)
                insert into three select i, 'row ' || i from s;
                """);
        Fingerprint before = fingerprint();
        database.sql("delete from one");
        database.sh("page=$(sqlite3 $db \"select rootpage from sqlite_schema where name = 'three'\")\n"
                + "printf '%0512d' 0 | dd of=$db bs=1 seek=$(((page - 1) * 4096)) conv=notrunc status=none");

        assertThat(differences(before))
                .contains("table one had 2 rows, has 0")
                .contains("table three had 1000 rows, and cannot be read: database disk image is malformed")
                .anyMatch(difference -> difference.startsWith("structure is damaged: "));
        assertThatThrownBy(this::fingerprint)
                .isInstanceOf(StateException.class)
                .extracting(e -> ((StateException) e).detail())
                .isEqualTo("table three is unreadable: database disk image is malformed");
    }

    @Test
    void a_database_that_stays_locked_is_told() throws IOException {
        Process other = python("""
                import sqlite3, sys
                db = sqlite3.connect(sys.argv[1], isolation_level=None)
                db.execute('begin exclusive')
                print('locked', flush=True)
                sys.stdin.read()
                """);
        try {
            assertThat(other.getInputStream().read()).isEqualTo('l');

            SqliteFingerprint impatient =
                    new SqliteFingerprint(database.machine(), database.file().toString(), Duration.ofSeconds(1));

            assertThat(SqliteDifferences.unreadable(impatient.take(MARK, false)))
                    .contains("cannot be read: another program locks it, and has for 1 s");
        } finally {
            other.destroy();
        }
    }

    @Test
    void who_may_use_it_is_compared() {
        database.sh("chmod 0644 $db");
        Fingerprint before = fingerprint();

        database.sh("chmod 0600 $db; chmod 0750 ${db%/*}");

        assertThat(differences(before))
                .containsExactly(
                        "directory " + directory + " mode was 0700, is 0750 (no data is lost)",
                        "file " + database.file() + " mode was 0644, is 0600 (no data is lost)");
    }

    @Test
    void a_file_of_somebody_else_is_told_and_so_is_a_log_that_its_owner_cannot_write() {
        assumeThat(System.getProperty("user.name")).isEqualTo("root");
        database.sh("chown nobody:nogroup . $db");
        Fingerprint before = fingerprint();
        database.sh("chgrp root $db; touch $db-wal");

        assertThat(differences(before))
                .containsExactly(
                        "file " + database.file() + " group was nogroup, is root (no data is lost)",
                        "file " + database.file()
                                + "-wal belongs to root, the database to nobody, who cannot write into it");
    }

    @Test
    void a_link_leads_to_the_directory_that_matters() {
        database.sh("mkdir -m 0755 real; mv $db real; ln -s real/app.db $db");
        Fingerprint before = fingerprint();
        database.sh("chmod 0500 real");

        assertThat(differences(before))
                .containsExactly("directory " + directory + "/real mode was 0755, is 0500 (no data is lost)");
    }

    @Test
    void a_path_is_taken_as_it_stands() throws IOException {
        Path strange = Files.move(database.file(), directory.resolve("a b?c#d%25\"'é.db"));

        assertThat(new SqliteState(strange.toString())
                        .fingerprint(database.machine(), MARK)
                        .of("table"))
                .containsKeys("table one", "table two");
    }

    @ParameterizedTest
    @CsvSource({"wal", "delete"})
    void an_application_that_writes_is_neither_disturbed_nor_seen_half_way(String mode) throws IOException {
        boolean root = System.getProperty("user.name").equals("root");
        database.sh("sqlite3 $db 'pragma journal_mode = " + mode + "' >/dev/null"
                + (root ? "; chown nobody:nogroup . $db" : ""));
        Process writer = python("""
                import os, sqlite3, sys, threading
                if os.geteuid() == 0: os.setgid(65534); os.setuid(65534)
                db = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=30)
                db.execute('pragma synchronous = off')
                db.executescript('delete from one; delete from two; create table if not exists other (n int)')
                n = 0
                def write():
                    global n
                    n += 1
                    db.execute('begin immediate')
                    db.execute('insert into one values (?)', (n,))
                    db.execute('insert into other values (?)', (n,))
                    db.execute('commit')
                for i in range(1000): write()
                print('written', flush=True)
                stop = threading.Event()
                threading.Thread(target=lambda: (sys.stdin.read(), stop.set()), daemon=True).start()
                while not stop.is_set(): write()
                print(n)
                """);
        try {
            assertThat(writer.getInputStream().readNBytes(8)).asString().isEqualTo("written\n");
            long rows = 0;
            for (int look = 0; look < 3; look++) {
                Fingerprint fingerprint = fingerprint();
                var one = Objects.requireNonNull(fingerprint.things().get(new Thing("table", "table one")));
                assertThat(one).isEqualTo(fingerprint.things().get(new Thing("table", "table other")));
                assertThat(one.count()).isGreaterThan(Math.max(rows, 999));
                rows = one.count();
            }
            assertThat(owners()).containsOnly(root ? "nobody" : System.getProperty("user.name"));
            writer.getOutputStream().close();
            assertThat(Long.parseLong(
                            new String(writer.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip()))
                    .isGreaterThanOrEqualTo(rows);
        } finally {
            writer.destroy();
        }
    }

    @Test
    void what_only_the_log_holds_is_read_and_the_log_stays_where_the_application_is() throws IOException {
        database.sh("sqlite3 $db 'pragma journal_mode = wal' >/dev/null");
        Fingerprint before = fingerprint();
        Process writer = python("""
                import sqlite3, sys
                db = sqlite3.connect(sys.argv[1], isolation_level=None)
                db.execute("insert into two values ('in the log')")
                print('written', flush=True)
                sys.stdin.read()
                """);
        try {
            assertThat(writer.getInputStream().read()).isEqualTo('w');
            long log = Files.size(Path.of(database.file() + "-wal"));

            assertThat(differences(before)).containsExactly("table two had 0 rows, has 1");
            assertThat(Files.size(Path.of(database.file() + "-wal")))
                    .isEqualTo(log)
                    .isPositive();
        } finally {
            writer.destroy();
        }
    }

    @Test
    void nothing_is_left_behind() throws IOException {
        database.sh("sqlite3 $db 'pragma journal_mode = wal' >/dev/null");
        fingerprint();

        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("app")))
                    .containsExactly("app.db");
        }
    }

    @Test
    void a_host_without_python_says_what_to_install() {
        database.machine().tool("sh", "PATH=/nowhere exec /bin/sh \"$@\"");

        assertThatThrownBy(this::fingerprint)
                .isInstanceOf(StateException.class)
                .extracting(e -> ((StateException) e).detail())
                .isEqualTo("python3 is not there: install Debian's package python3");
    }

    private List<String> owners() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().startsWith("app"))
                    .map(AnSqliteFileTest::owner)
                    .toList();
        }
    }

    private static String owner(Path file) {
        try {
            return Files.getOwner(file).getName();
        } catch (IOException e) {
            return "nobody"; // a journal that is gone by now
        }
    }

    private Process python(String script) throws IOException {
        return new ProcessBuilder("python3", "-c", script, database.file().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private SqliteState state() {
        return new SqliteState(database.file().toString());
    }

    private Fingerprint fingerprint() {
        return state().fingerprint(database.machine(), MARK);
    }

    private List<String> differences(Fingerprint before) {
        return state().differences(before, state().remains(database.machine(), MARK)).stream()
                .map(difference -> difference.object() + " " + difference.what())
                .toList();
    }
}
