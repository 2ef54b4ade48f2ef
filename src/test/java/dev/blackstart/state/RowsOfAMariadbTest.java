package dev.blackstart.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.state.Fingerprint.Thing;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** Which rows of a real MariaDB are the same, and which are not. */
class RowsOfAMariadbTest extends MariadbCase {
    private static final String OTHER = " has as many rows as before, but other content in ";

    @Test
    void each_value_of_each_type_counts() {
        sql("""
                create table kinds (
                    id int primary key, t text, h varchar(20), n int, de decimal(10, 2), fl float, dou double, b bit(10), bl blob,
                    j json, g geometry, e enum ('a', 'b'), s set ('x', 'y'), ts timestamp null, dt datetime(6), da date, ti time(3),
                    y year, u uuid, i inet6, wide varchar(20) character set utf16, narrow varchar(20) character set latin1,
                    fixed binary(4), st int as (n * 2) stored, hidden int invisible
                );
                insert into kinds (id, t, h, n, de, fl, dou, b, bl, j, g, e, s, ts, dt, da, ti, y, u, i, wide, narrow, fixed, hidden)
                values (1, null, 'a', 1, 1.50, 1.5, 1e300, b'1010101010', x'00ff', '{"a": 1}', point(1, 2), 'a', 'x',
                    '2026-01-01 00:00:00', '2026-01-01 00:00:00.000001', '2026-01-01', '10:00:00.001', 2026,
                    '123e4567-e89b-12d3-a456-426614174000', '::1', 'ü', 'ü', x'01020304', 7);
                """);
        for (String change : new String[] {
            "t = ''",
            "h = 'A'",
            "h = 'a '",
            "n = 2",
            "de = 1.51",
            "fl = 1.25",
            "dou = -1e300",
            "b = b'1010101011'",
            "bl = x'00fe'",
            "j = '{\"a\": 2}'",
            "g = point(1, 3)",
            "e = 'b'",
            "s = 'x,y'",
            "ts = '2026-01-01 00:00:01'",
            "dt = '2026-01-01 00:00:00.000002'",
            "da = '2026-01-02'",
            "ti = '10:00:00.002'",
            "y = 2025",
            "u = '123e4567-e89b-12d3-a456-426614174001'",
            "i = '::2'",
            "wide = 'u'",
            "narrow = 'u'",
            "fixed = x'01020305'",
            "hidden = 8"
        }) {
            Fingerprint before = fingerprint();
            sql("update kinds set " + change);
            String column = change.substring(0, change.indexOf(' '));
            assertThat(words(before, fingerprint()))
                    .as(change)
                    .containsExactly("table shop.kinds" + OTHER + (column.equals("n") ? "n, st" : column));
        }
    }

    @Test
    void values_that_were_swapped_between_rows_or_columns_are_other_content() {
        sql("""
                create table pairs (id int primary key, a varchar(9), b varchar(9));
                insert into pairs values (1, 'x', 'yz'), (2, 'xy', 'z'), (3, null, ''), (4, '', null);
                create table heap (a int, b int);
                insert into heap values (1, 2), (3, 4);
                """);
        Fingerprint before = fingerprint();

        assertThat(after(before, """
                update pairs set a = if(id = 1, 'xy', 'x') where id < 3;
                update pairs set a = nullif('', a), b = if(id = 3, null, '') where id > 2;
                update heap set b = 6 - b;
                """))
                .containsExactlyInAnyOrder(
                        "table shop.pairs" + OTHER + "a, b",
                        "table shop.heap has as many rows as before, but other content");
    }

    @Test
    void rows_that_came_twice_for_others_and_rows_that_are_gone_are_missed() {
        sql(
                "create table few (n int); insert into few values (1), (1), (2), (2); create table all_gone as select * from few");
        Fingerprint before = fingerprint();

        assertThat(
                        after(
                                before,
                                "update few set n = 1 where n = 2 limit 1; update few set n = 3 where n = 2; delete from all_gone"))
                .containsExactlyInAnyOrder("table shop.few" + OTHER + "n", "table shop.all_gone had 4 rows, has 0");
    }

    @Test
    void neither_order_nor_optimizing_nor_statistics_is_a_difference() {
        sql("""
                create table orders (id int auto_increment primary key, n int, key (n));
                insert into orders (n) select seq from seq_1_to_1000;
                create table aria (n int) engine=Aria;
                insert into aria select seq from seq_1_to_1000;
                """);
        Fingerprint before = fingerprint();

        assertThat(after(before, """
                create table copy as select * from aria order by n desc;
                truncate aria;
                insert into aria select * from copy;
                drop table copy;
                optimize table orders, aria;
                analyze table orders persistent for all;
                insert into orders (n) values (1);
                delete from orders where id > 1000;
                """)).isEmpty();
    }

    @Test
    void rows_of_the_workload_are_left_out() {
        sql("""
                create table notes (id int primary key, body text, wide varchar(99) character set utf32, j json, b blob);
                insert into notes (id, body) values (1, 'mine');
                """);
        Fingerprint before = fingerprint();

        assertThat(after(before, """
                insert into notes (id, body) values (2, 'a bs00000001-17 note');
                insert into notes (id, wide) values (3, 'a bs00000001-18 note');
                insert into notes (id, j) values (4, '{"a": "bs00000001-19"}');
                insert into notes (id, b) values (5, concat(x'ff', 'bs00000001-20'));
                """)).isEmpty();
        assertThat(SHOP.counts(before)).containsEntry("rows", 1L).containsEntry("tables", 1L);
    }

    @Test
    void names_may_hold_anything() {
        sql("""
                create table `we``ird
                	na.me` (`se``lect` int, `a
                b` varchar(5));
                insert into `we``ird
                	na.me` values (1, '');
                create database `sh.op`;
                create table `sh.op`.`a` (n int);
                create table `op.a` (n int);
                """);
        Fingerprint before = fingerprint();

        assertThat(after(before, "update `we``ird\n\tna.me` set `a\nb` = 'x'; drop database `sh.op`"))
                .containsExactlyInAnyOrder(
                        "database `sh.op` is missing, with its 1 table and 0 rows",
                        "table shop.`we``ird\n\tna.me`" + OTHER + "a\nb");
    }

    @Test
    void each_column_is_told_apart_up_to_100000_rows() {
        sql("""
                create table large as select seq as n, 'x' as t from seq_1_to_100001;
                create table small as select seq as n, 'x' as t from seq_1_to_100000;
                create table empty (n int);
                create table keyed (id int primary key, t text);
                insert into keyed values (1, 'a'), (2, 'b');
                """);
        Fingerprint before = fingerprint();

        assertThat(parts(before, "large")).isEmpty();
        assertThat(parts(before, "small")).containsOnlyKeys("n", "t");
        assertThat(parts(before, "empty")).containsOnlyKeys("n");
        assertThat(parts(before, "keyed").keySet())
                .extracting(key -> Cell.of(key).column())
                .containsExactly("id", "id", "t", "t");
        assertThat(after(before, "update large set t = 'y' where n = 7"))
                .containsExactly("table shop.large has as many rows as before, but other content");
    }

    @Test
    void what_lives_hides_nothing_beside_it() {
        sql("""
                create table users (id int primary key, name varchar(9), seen datetime(6));
                insert into users select seq, 'x', now() from seq_1_to_100;
                create table log (id int auto_increment primary key, what varchar(9));
                insert into log (what) values ('a'), ('b'), ('c');
                """);
        Fingerprint first = fingerprint();
        sql("update users set seen = '2026-01-01' where id < 10; insert into log (what) values ('d')");
        Living living = Living.between(SHOP, first, fingerprint(), List.of());
        sql("update users set seen = '2026-01-02'; insert into log (what) values ('e'), ('f')");

        assertThat(living.parts()).extracting(Living.Mover::name).containsExactly("shop.log", "shop.users.seen");
        assertThat(living.differences(SHOP.remains(SERVER, MARK))).isEmpty();
        sql("update users set name = 'y' where id = 50; update log set what = 'z' where id = 2");
        assertThat(living.differences(SHOP.remains(SERVER, MARK)))
                .extracting(difference -> difference.object() + " " + difference.what())
                .containsExactlyInAnyOrder(
                        "table shop.log column what has other content, though only rows came before the disaster",
                        "table shop.users column name has other content, though only column seen changed before the disaster");
    }

    @Test
    void a_digest_is_another_one_in_each_run() {
        sql("create table one as select 1 as n");

        assertThat(SHOP.fingerprint(SERVER, "bs1").of("table"))
                .isNotEqualTo(SHOP.fingerprint(SERVER, "bs2").of("table"));
    }

    @Test
    void rows_that_were_kept_of_before_a_change_are_missed() {
        sql(
                "create table prices (n int) with system versioning; insert into prices values (1); update prices set n = 2");
        Fingerprint before = fingerprint();

        assertThat(after(before, "delete history from prices"))
                .containsExactly("history of table shop.prices had 2 versions of rows, has 1");
    }

    @Test
    void what_the_server_is_set_to_does_not_change_how_it_is_read() {
        sql(
                "create table times (ts timestamp null, t varchar(9), c char(9)); insert into times values (now(), 'a', 'a')");
        Fingerprint before = fingerprint();
        String settings =
                "set global time_zone = '%s', sql_mode = '%s', max_statement_time = %s, sql_select_limit = %s";
        SERVER.sql(
                "mysql",
                settings.formatted("+05:00", "ANSI_QUOTES,PAD_CHAR_TO_FULL_LENGTH,NO_TABLE_OPTIONS", "0.001", "1"));
        try {
            assertThat(differences(before))
                    .allSatisfy(difference -> assertThat(difference).startsWith("setting "));
        } finally {
            SERVER.sql(
                    "mysql",
                    settings.formatted(
                            "SYSTEM",
                            "STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION",
                            "0",
                            "18446744073709551615"));
        }
        assertThat(differences(before)).isEmpty();
    }

    private static SortedMap<String, String> parts(Fingerprint fingerprint, String table) {
        return Objects.requireNonNull(fingerprint.things().get(new Thing("table", "table shop." + table)))
                .parts();
    }
}
