package dev.blackstart.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.state.Fingerprint.Content;
import dev.blackstart.state.Fingerprint.Thing;
import dev.blackstart.testing.LocalSqlite;
import dev.blackstart.testing.RealTools;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the comparison sees of a real SQLite database, and what it lets be. */
@Tag(RealTools.TAG)
class AnSqliteDatabaseTest {
    private static final String MARK = "bs00000001";

    @TempDir
    private Path directory;

    private LocalSqlite database;

    @BeforeEach
    void make() {
        database = LocalSqlite.make(directory);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "sqlite3 $db vacuum",
                "sqlite3 $db reindex",
                "sqlite3 $db analyze",
                "sqlite3 $db 'pragma journal_mode = wal' >/dev/null",
                "sqlite3 $db 'pragma page_size = 1024; vacuum'",
                "sqlite3 $db 'pragma auto_vacuum = full; vacuum'",
                "sqlite3 $db 'pragma auto_vacuum = incremental; vacuum; pragma incremental_vacuum'",
                "sqlite3 $db '.backup new'; mv new $db",
                "sqlite3 $db \"vacuum into 'new'\"; mv new $db",
                "cp $db new; mv new $db",
                "sqlite3 $db .dump | (cat; echo 'pragma user_version = 7; pragma application_id = 4711;') | sqlite3 new; mv new $db",
                "sqlite3 $db '.dump --preserve-rowids' | (cat; echo 'pragma user_version = 7; pragma application_id = 4711;') "
                        + "| sqlite3 new; mv new $db",
                "(echo 'pragma encoding = utf16;'; sqlite3 $db .dump; echo 'pragma user_version = 7; pragma application_id = 4711;') "
                        + "| sqlite3 new; mv new $db",
                "sqlite3 $db 'create table other as select * from any_thing order by v, w desc; delete from any_thing; "
                        + "insert into any_thing select * from other order by v desc; drop table other'",
                "sqlite3 $db \"insert into letters (letters) values ('optimize'); insert into letters (letters) values ('rebuild')\"",
                "sqlite3 $db 'insert into people (name) values (1); delete from people where id > 3'",
            })
    void a_good_restore_is_no_difference(String restore) {
        Fingerprint before = fingerprint();

        database.sh(restore);

        assertThat(differences(before)).isEmpty();
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                change("delete from orders where id = 2", "table orders had 3 rows, has 2"),
                change("insert into any_thing values (1, null)", "table any_thing had 9 rows, has 10"),
                change(
                        "update orders set amount = 0.2 where id = 2",
                        "table orders has as many rows as before, but other content in amount, gross"),
                change("update any_thing set w = '' where v is null", other("any_thing", "w")),
                change("update any_thing set v = '' where v is null", other("any_thing", "v")),
                change("update any_thing set v = '1' where v = 1 and typeof(v) = 'integer'", other("any_thing", "v")),
                change("update any_thing set v = 1 where typeof(v) = 'real' and v < 2", other("any_thing", "v")),
                change("update any_thing set v = '1' where typeof(v) = 'blob'", other("any_thing", "v")),
                change("update any_thing set w = x'' where typeof(w) = 'text' and w = ''", other("any_thing", "w")),
                change("update any_thing set w = 'b' where typeof(v) = 'real' and v > 2", other("any_thing", "w")),
                change(
                        "update any_thing set v = 9223372036854775806 where v = 9223372036854775807",
                        other("any_thing", "v")),
                change(
                        "update any_thing set w = zeroblob(99999) || x'01' where v = 9223372036854775807",
                        other("any_thing", "w")),
                change("update any_thing set w = x'05' where v = 1 and w is null", other("any_thing", "w")),
                change("update settings set value = 'red' where name = 'colour'", other("settings", "value")),
                change("update exact set a = '1' where n = 1", other("exact", "a")),
                change("update exact set t = case n when 1 then 'two' else 'one' end", other("exact", "")),
                change(
                        "delete from any_thing where v = 1; insert into any_thing values (2, null), (2, null), ('1', null), (1.0, null)",
                        "table any_thing had 9 rows, has 10"),
                change("drop table settings", "table settings is missing"),
                change("create table more (n)", "table more was not there before (no data is lost)"),
                change("drop index by_sum", "index by_sum is missing"),
                change("drop trigger greeted", "trigger greeted is missing"),
                change(
                        "drop view spending; create view spending as select 1 as one",
                        "view spending was defined otherwise: \"CREATE VIEW spending as select person, sum(amount) as total from"
                                + " orders group by 1\" became \"CREATE VIEW spending as select 1 as one\""),
                change(
                        "alter table people add column age int",
                        "table people has as many rows as before, but other content",
                        "table people was defined otherwise: \"CREATE TABLE people (id integer primary key autoincrement, name text"
                                + " not null, email text unique)\" became \"CREATE TABLE people (id integer primary key"
                                + " autoincrement, name text not null, email text unique, age int)\""),
                change("pragma user_version = 6", "user_version was 7, is 6 (no data is lost)"),
                change("pragma application_id = 0", "application_id was 4711, is 0 (no data is lost)"),
                change(
                        "delete from sqlite_sequence",
                        "sequence of table people had given 3, continues behind 2: it will give numbers again that were in use"),
                change(
                        "update orders set person = 99 where id = 1",
                        other("orders", "person"),
                        "foreign keys of table orders 1 reference leads to rows that are not there, of 0 before"),
                change("delete from letters where subject = 'Hello'", "table letters had 2 rows, has 1"),
                change("delete from letters_idx; delete from letters_data where id > 10", unfit("letters")),
                change("delete from notes_segdir", unfit("notes")),
                change("insert into titles (titles) values ('delete-all')", unfit("titles")),
                change("delete from words_docsize where id = 7", "table words_docsize had 2 rows, has 1"),
                change("update places set x1 = 2 where id = 1", other("places", "x1")),
                change(
                        "update places_parent set parentnode = 5; delete from places_rowid where rowid = 2",
                        unfit("places")));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void whatever_is_not_as_it_was_is_told(String change, List<String> expected) {
        Fingerprint before = fingerprint();

        database.sh("sqlite3 $db <<'END'\n.dbconfig defensive off\npragma foreign_keys = off;\n" + change
                + ";\nEND\n".strip());

        assertThat(differences(before)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void a_dump_forgets_the_numbers_by_which_an_application_knows_its_schema() {
        Fingerprint before = fingerprint();

        database.sh("sqlite3 $db .dump | sqlite3 new; mv new $db");

        assertThat(differences(before))
                .containsExactly(
                        "application_id was 4711, is 0 (no data is lost)",
                        "user_version was 7, is 0 (no data is lost)");
    }

    @Test
    void a_dump_cuts_texts_at_a_nul() {
        database.sql("insert into any_thing values ('cut', 'a' || char(0) || 'b')");
        Fingerprint before = fingerprint();

        database.sh("sqlite3 $db .dump | sqlite3 new; mv new $db");

        assertThat(differences(before)).contains(other("any_thing", "w"));
    }

    @Test
    void what_the_workload_writes_is_left_out() {
        Fingerprint before = fingerprint();

        database.sql("insert into exact (t) values ('order " + MARK + "');" + "insert into any_thing values (x'"
                + hex("…" + MARK) + "', 1);");

        assertThat(differences(before)).isEmpty();
        assertThat(fingerprint()).isEqualTo(before);
    }

    @Test
    void each_run_has_hashes_of_its_own() {
        assertThat(state().fingerprint(database.machine(), "one").of("table"))
                .isNotEqualTo(state().fingerprint(database.machine(), "other").of("table"));
    }

    @Test
    void a_small_table_is_told_apart_into_its_cells_and_a_large_one_into_its_columns() {
        database.sql("""
                create table many (id integer primary key, n int);
                with recursive s (i) as (select 1 union all select i + 1 from s where i < 5000)
                insert into many select i, i from s;
                """);

        Fingerprint fingerprint = fingerprint();

        assertThat(content(fingerprint, "table many").parts()).containsOnlyKeys("id", "n");
        assertThat(content(fingerprint, "table any_thing").parts()).containsOnlyKeys("v", "w");
        assertThat(content(fingerprint, "table settings").parts().keySet())
                .hasSize(4)
                .allMatch(key -> key.matches("(name|value)\\u0001[0-9a-f]{16}"));
    }

    @Test
    void tables_and_rows_are_counted() {
        assertThat(state().counts(fingerprint())).containsEntry("tables", 14L).containsEntry("rows", 34L);
    }

    @Test
    void a_kind_of_table_that_the_host_does_not_know_is_compared_by_what_it_keeps() {
        database.sh("""
                sqlite3 $db <<'END'
                .dbconfig defensive off
                create table vectors_chunks (id integer primary key, vector blob);
                insert into vectors_chunks values (1, x'0102');
                pragma writable_schema = on;
                insert into sqlite_schema values ('table', 'vectors', 'vectors', 0, 'create virtual table vectors using vec0(e float[2])');
                END
                """);
        Fingerprint before = fingerprint();

        database.sh("sqlite3 $db \"update vectors_chunks set vector = x'0103'\"");

        assertThat(differences(before)).containsExactly(other("vectors_chunks", "vector"));
    }

    @Test
    void an_index_that_misses_rows_is_found_after_a_recovery() {
        database.sh("""
                sqlite3 $db <<'END'
                .dbconfig defensive off
                create table kept as select * from sqlite_schema where name = 'of_person';
                pragma writable_schema = on;
                delete from sqlite_schema where name = 'of_person';
                END
                sqlite3 $db 'insert into orders (person, amount) values (2, 30)'
                sqlite3 $db <<'END'
                .dbconfig defensive off
                pragma writable_schema = on;
                insert into sqlite_schema select * from kept;
                drop table kept;
                END
                """);
        Fingerprint before = fingerprint();

        assertThat(differences(before))
                .containsExactlyInAnyOrder(
                        "structure is damaged: row 4 missing from index of_person",
                        "structure is damaged: wrong # of entries in index of_person");
    }

    @Test
    void what_only_the_application_can_sort_or_compute_is_read_and_is_no_damage() {
        database.sh("""
                python3 - $db <<'END'
                import sqlite3, sys
                db = sqlite3.connect(sys.argv[1])
                db.create_collation('german', lambda a, b: (a.lower() > b.lower()) - (a.lower() < b.lower()))
                db.create_function('reversed', 1, lambda text: text[::-1], deterministic=True)
                db.executescript('''
                    create table towns (
                        name text collate german unique, backwards as (reversed(name)), kept as (reversed(name)) stored,
                        check (reversed(name) is not null));
                    create index of_end on towns (reversed(name));
                    create table codes (code text collate german primary key, town text) without rowid;
                    insert into towns (name) values ('b'), ('A'), ('c'), ('B2');
                    insert into codes values ('b', 1), ('A', 2), ('c', 3), ('B2', 4);
                ''')
                END
                """);
        Fingerprint before = fingerprint();
        assertThat(differences(before)).isEmpty();

        database.sh("""
                python3 - $db <<'END'
                import sqlite3, sys
                db = sqlite3.connect(sys.argv[1], isolation_level=None)
                db.create_collation('german', lambda a, b: (a.lower() > b.lower()) - (a.lower() < b.lower()))
                db.create_function('reversed', 1, lambda text: text[::-1], deterministic=True)
                db.execute("delete from codes where code = 'A'")
                db.execute("update towns set name = 'd' where name = 'c'")
                END
                """);
        assertThat(differences(before))
                .containsExactly(
                        "table codes had 4 rows, has 3",
                        "table towns has as many rows as before, but other content in kept, name");
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

    private static Content content(Fingerprint fingerprint, String table) {
        return Objects.requireNonNull(fingerprint.things().get(new Thing("table", table)));
    }

    private static Arguments change(String statements, String... expected) {
        return Arguments.of(statements, List.of(expected));
    }

    private static String other(String table, String column) {
        return "table " + table + " has as many rows as before, but other content"
                + (column.isEmpty() ? "" : " in " + column);
    }

    private static String unfit(String table) {
        return "search index of table " + table + " does not fit the table any more: a search misses rows, or fails";
    }

    private static String hex(String text) {
        return java.util.HexFormat.of().formatHex(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
