package dev.blackstart.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.testing.FakeTicker;
import dev.blackstart.testing.LocalSqlite;
import dev.blackstart.testing.RealTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is done to a real SQLite database, and what it is asked. */
@Tag(RealTools.TAG)
class ADamagedSqliteTest {
    private static final String MARK = "bs00000001";

    @TempDir
    private Path directory;

    private LocalSqlite database;

    @BeforeEach
    void make() {
        database = LocalSqlite.empty(directory);
        database.sql("""
                create table history (id integer primary key, t text);
                with recursive s (i) as (select 1 union all select i + 1 from s where i < 2000)
                insert into history select i, 'the text of row ' || i from s;
                create table empty (n int);
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wal", "delete"})
    void a_page_is_damaged_in_the_file_and_seen_by_sqlite(String mode) throws IOException {
        database.sh("sqlite3 $db 'pragma journal_mode = " + mode + "' >/dev/null");
        byte[] before = Files.readAllBytes(database.file());

        Damage.Seen seen = strike("history");

        byte[] after = Files.readAllBytes(database.file());
        long offset = Long.parseLong(seen.what().replaceFirst(".* at offset (\\d+) of .*", "$1"));
        for (int at = 100; at < after.length; at++) { // SQLite counts changes in front of that
            boolean hit = at >= offset && at < offset + 16;
            assertThat(after[at]).isEqualTo((byte) (hit ? ~before[at] : before[at]));
        }
        assertThat(seen.what())
                .startsWith("db: 16 bytes flipped at offset " + offset + " of " + database.file() + ": page ")
                .contains("that hold rows of table history: ");
    }

    @Test
    void a_seed_repeats_the_page() throws IOException {
        byte[] sound = Files.readAllBytes(database.file());
        Damage.Seen first = strike("history");
        Files.write(database.file(), sound);

        assertThat(strike("history")).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty", "missing"})
    void a_table_without_rows_cannot_be_damaged(String table) {
        assertThatThrownBy(() -> strike(table))
                .isInstanceOf(DamageException.class)
                .hasMessageStartingWith("the pages of table " + table + " cannot be found");
    }

    @Test
    void what_the_damage_does_not_reach_is_not_told_as_done() {
        database.machine().tool("perl", "echo 5a a5");

        assertThatThrownBy(() -> strike("history"))
                .isInstanceOf(DamageException.class)
                .hasMessageContaining("and SQLite does not see it");
    }

    @Test
    void statements_are_carried_out_together_or_not_at_all() {
        Statements statements = state().statements().orElseThrow();

        assertThat(statements.carryOut(
                        database.machine(), "delete from history where id <= 5; insert into empty values (';')"))
                .isEqualTo(new Statements.Done(true, 6, "6 rows touched"));
        assertThat(statements.carryOut(database.machine(), "delete from history; delete from missing"))
                .isEqualTo(new Statements.Done(false, 0, "no such table: missing"));
        assertThat(database.sql("select count(*) from history")).isEqualTo("1995\n");
    }

    @Test
    void a_query_is_answered_and_changes_nothing() {
        Queries queries = state().queries().orElseThrow();

        assertThat(queries.ask(database.machine(), "select count(*) from history"))
                .isEqualTo(new Queries.Answer(true, "2000"));
        assertThat(queries.ask(database.machine(), "select null, 1.5, x'00ff', 'a'"))
                .isEqualTo(new Queries.Answer(true, "|1.5|00ff|a"));
        assertThat(queries.ask(database.machine(), "delete from history").answered())
                .isFalse();
        assertThat(queries.ask(database.machine(), "select * from missing"))
                .isEqualTo(new Queries.Answer(false, "no such table: missing"));
        assertThat(database.sql("select count(*) from history")).isEqualTo("2000\n");
    }

    @Test
    void a_query_that_reads_nothing_is_seen_to_be_constant() {
        Queries queries = state().queries().orElseThrow();

        assertThat(queries.constant(database.machine(), "select 1 + 1")).isTrue();
        assertThat(queries.constant(database.machine(), "select count(*) from history"))
                .isFalse();
        assertThat(queries.constant(database.machine(), "pragma user_version")).isFalse();
        assertThat(queries.constant(database.machine(), "select changes()")).isFalse();
        assertThat(queries.constant(database.machine(), "no query")).isFalse();
    }

    private Damage.Seen strike(String table) {
        return new SqlitePage(table)
                .carryOut(new Damage.Target(database.machine(), state(), MARK, new Random(1), new FakeTicker()));
    }

    private SqliteState state() {
        return new SqliteState(database.file().toString());
    }
}
