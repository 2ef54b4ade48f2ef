package dev.blackstart.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.testing.LocalMariadb;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A good restore by the usual tools differs in nothing, and a broken one in what is broken. */
class ARestoredMariadbTest extends MariadbCase {
    private static LocalMariadb other;

    @BeforeAll
    static void make() {
        other = LocalMariadb.make();
    }

    @AfterAll
    static void close() {
        other.close();
    }

    @BeforeEach
    void fill() {
        sql("""
                create user app@'10.%' identified by 'of-the-website';
                create role clerk;
                create table orders (
                    id int auto_increment primary key, status varchar(10), n int check (n between 1 and 5),
                    f float, d double, b bit(3), bl blob, j json, g geometry, ts timestamp default current_timestamp,
                    v int as (n + 1) virtual, st int as (n * 2) stored, key (status), fulltext (status)
                ) row_format=compressed;
                insert into orders (status, n, f, d, b, bl, j, g)
                select concat('grün ', seq), 1 + seq % 5, seq / 7, seq / 7, seq % 8, unhex(md5(seq)), '{"a": 1}', point(seq, 1) from seq_1_to_500;
                delete from orders where id > 490;
                create table bills (id int primary key, ord int, foreign key (ord) references orders (id));
                insert into bills select id, id from orders;
                create table plain (n int) engine=MyISAM;
                insert into plain values (3), (1), (2), (null);
                create table aria (n int) engine=Aria;
                create table numbered (id int auto_increment primary key) auto_increment=1000;
                create table parts (id int, key (id)) partition by hash (id) partitions 3;
                insert into parts select seq from seq_1_to_100;
                create sequence numbers start with 5;
                do nextval(numbers);
                create definer=app@'10.%' view open as select id, status from orders;
                create function f() returns int deterministic return 1;
                create procedure p(x int) select '😀';
                create trigger t before insert on bills for each row set new.ord = coalesce(new.ord, 1);
                create event e on schedule every 1 day starts '2026-01-01 00:00:00' do select 1;
                grant select on shop.* to app@'10.%';
                grant select (id), update (n) on shop.orders to clerk;
                grant execute on procedure shop.p to clerk;
                grant clerk to app@'10.%';
                set default role clerk for app@'10.%';
                """);
        other.sql("mysql", "drop database if exists shop; drop user if exists app@'10.%'; drop role if exists clerk");
    }

    @AfterEach
    void nobody() {
        SERVER.sql("mysql", "drop user app@'10.%'; drop role clerk");
    }

    @Test
    void a_dump_with_its_accounts_differs_in_nothing() {
        Fingerprint before = fingerprint();

        assertThat(restored(before, UnaryOperator.identity(), "--routines", "--events"))
                .isEmpty();
    }

    @Test
    void a_dump_that_was_made_and_read_otherwise_differs_in_nothing() {
        Fingerprint before = fingerprint();

        assertThat(restored(
                        before,
                        UnaryOperator.identity(),
                        "--routines",
                        "--events",
                        "--skip-extended-insert",
                        "--order-by-primary",
                        "--complete-insert"))
                .isEmpty();
    }

    @Test
    void files_that_were_copied_by_mariadb_backup_differ_in_nothing() {
        Fingerprint before = fingerprint();
        try (LocalMariadb copy = LocalMariadb.unfilled()) {
            String backup = copy.file("backup").toString();
            SERVER.tool("mariadb-backup", "--backup", "--target-dir=" + backup, "--datadir=" + SERVER.data());
            SERVER.tool("mariadb-backup", "--prepare", "--target-dir=" + backup);
            SERVER.tool("mariadb-backup", "--copy-back", "--target-dir=" + backup, "--datadir=" + copy.data());
            copy.start();

            assertThat(words(before, state(copy).remains(copy, MARK))).isEmpty();
        }
    }

    @Test
    void what_a_dump_leaves_out_by_itself_is_missed() {
        Fingerprint before = fingerprint();

        assertThat(restored(before, UnaryOperator.identity()))
                .containsExactlyInAnyOrder(
                        "function shop.f is missing",
                        "procedure shop.p is missing",
                        "privileges of 'clerk'@'' on procedure shop.p is missing",
                        "event shop.e is missing");
    }

    @Test
    void what_options_leave_out_is_missed() {
        Fingerprint before = fingerprint();

        assertThat(restored(
                        before,
                        UnaryOperator.identity(),
                        "--routines",
                        "--events",
                        "--skip-triggers",
                        "--ignore-table=shop.aria",
                        "--where=true limit 3"))
                .containsExactlyInAnyOrder(
                        "table shop.aria is missing",
                        "table shop.bills had 490 rows, has 3",
                        "table shop.orders had 490 rows, has 3",
                        "table shop.parts had 100 rows, has 3",
                        "table shop.plain had 4 rows, has 3",
                        "trigger shop.t is missing");
    }

    @Test
    void a_dump_without_accounts_is_found_out() {
        Fingerprint before = fingerprint();
        load(dump("--routines", "--events"));

        assertThat(words(before, state(other).remains(other, MARK)))
                .containsExactlyInAnyOrder(
                        "account app@10.% is missing",
                        "role clerk is missing",
                        "membership of app@10.% in role clerk is missing",
                        "membership of root@localhost in role clerk is missing",
                        "privileges of 'app'@'10.%' on database shop is missing",
                        "privileges of 'clerk'@'' on column id of shop.orders is missing",
                        "privileges of 'clerk'@'' on column n of shop.orders is missing",
                        "privileges of 'clerk'@'' on procedure shop.p is missing",
                        "view shop.open cannot be read: its definer, or what it is made of, is not there or may not be read");
    }

    @Test
    void text_that_was_read_in_another_character_set_is_other_content() {
        Fingerprint before = fingerprint();

        assertThat(restored(
                        before,
                        dump -> dump.replace("SET NAMES utf8mb4", "SET NAMES latin1"),
                        "--routines",
                        "--events"))
                .contains("table shop.orders has as many rows as before, but other content in status");
    }

    @Test
    void what_somebody_edited_in_a_dump_is_missed() {
        Fingerprint before = fingerprint();

        assertThat(restored(
                        before,
                        dump -> dump.replaceAll(" AUTO_INCREMENT=\\d+", "")
                                .replace("ENGINE=InnoDB", "ENGINE=MyISAM")
                                .replaceAll("DEFINER=`[^`]*`@`[^`]*`", "")
                                .replaceAll("(ON COMPLETION NOT PRESERVE) ENABLE", "$1 DISABLE"),
                        "--routines",
                        "--events"))
                .containsExactlyInAnyOrder(
                        "auto_increment of table shop.numbered would have given 1000 next, gives 1: it gives numbers again"
                                + " that were given before",
                        "event shop.e status was ENABLED, is DISABLED (no data is lost)",
                        "foreign key bills_ibfk_1 of table shop.bills is missing",
                        "table shop.bills engine was InnoDB, is MyISAM; row format was Dynamic, is Fixed (no data is lost)",
                        "table shop.numbered engine was InnoDB, is MyISAM; row format was Dynamic, is Fixed (no data is lost)",
                        "table shop.orders engine was InnoDB, is MyISAM; row format was Compressed, is Dynamic (no data is"
                                + " lost)",
                        "table shop.parts engine was InnoDB, is MyISAM; row format was Dynamic, is Fixed (no data is lost)",
                        "view shop.open definer was app@10.%, is root@localhost (no data is lost)",
                        "sequence shop.numbers was defined otherwise: \"ENGINE=InnoDB\" became \"ENGINE=MyISAM\"");
    }

    @Test
    void a_dump_that_was_cut_is_missed() {
        Fingerprint before = fingerprint();

        assertThat(restored(
                        before,
                        dump -> dump.substring(0, dump.indexOf("CREATE TABLE `plain`")),
                        "--routines",
                        "--events"))
                .contains(
                        "table shop.plain is missing",
                        "view shop.open definer was app@10.%, is root@localhost (no data is lost)",
                        "function shop.f is missing");
    }

    @Test
    void a_dump_of_yesterday_and_one_of_another_table_are_other_content() {
        String yesterday = dump("--routines", "--events");
        sql("""
                update orders set status = 'paid' where id = 7;
                insert into bills values (1000, 7);
                create table two (n int);
                insert into two values (3), (1), (2), (4);
                """);
        Fingerprint before = fingerprint();
        load(yesterday + "rename table plain to two; create table plain (n int) engine=MyISAM;");
        accounts();

        assertThat(words(before, state(other).remains(other, MARK)))
                .containsExactlyInAnyOrder(
                        "table shop.bills had 491 rows, has 490",
                        "table shop.orders has as many rows as before, but other content in status",
                        "table shop.plain had 4 rows, has 0",
                        "table shop.two has as many rows as before, but other content in n",
                        "table shop.two engine was InnoDB, is MyISAM; row format was Dynamic, is Fixed (no data is lost)");
    }

    /** As people do it: what is not text is there as it is. */
    @Test
    void a_dump_by_a_pipe_differs_in_nothing() {
        Fingerprint before = fingerprint();
        SERVER.tool(
                "sh",
                "-c",
                "mariadb-dump \"$@\" --single-transaction --routines --triggers --events --databases shop | mariadb --no-defaults"
                        + " --user=root --socket=" + other.socket(),
                "sh");
        accounts();

        assertThat(words(before, state(other).remains(other, MARK))).isEmpty();
    }

    /** What is said of the other server once it has the accounts, and what a dump holds after somebody had it. */
    private static List<String> restored(Fingerprint before, UnaryOperator<String> somebody, String... options) {
        load(somebody.apply(dump(options)));
        accounts();
        return words(before, state(other).remains(other, MARK));
    }

    private static void accounts() {
        // Some privileges are on tables that a test leaves out.
        other.run(other.client("mariadb", "--force")
                .with(SERVER.tool("mariadb-dump", "--system=users", "--insert-ignore")));
        other.sql("mysql", "drop role if exists mariadb_dump_import_role");
    }

    private static String dump(String... options) {
        List<String> words = new ArrayList<>(List.of("mariadb-dump", "--single-transaction", "--hex-blob"));
        words.addAll(List.of(options));
        words.addAll(List.of("--databases", "shop"));
        return SERVER.tool(words.toArray(String[]::new));
    }

    private static void load(String dump) {
        other.sql("mysql", dump);
    }
}
