package dev.blackstart.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** In what a real MariaDB can be defined otherwise while all its rows are there. */
class DefinitionsOfAMariadbTest extends MariadbCase {
    @Test
    void every_part_of_a_table_is_compared() {
        sql("""
                create table orders (
                    id int auto_increment primary key,
                    status varchar(10) not null default 'new',
                    n int check (n between 1 and 5),
                    note text comment 'free',
                    v int as (n + 1) virtual,
                    key by_status (status(3)),
                    constraint few check (n <> 4)
                ) comment 'of the shop';
                create table items (id int primary key, ord int,
                    constraint of_order foreign key (ord) references orders (id) on delete cascade);
                create table parts (id int, key (id))
                    partition by range (id) (partition p0 values less than (10), partition p1 values less than maxvalue);
                create table kept (a int, b int);
                create table plain (a int);
                create table gone (a int primary key auto_increment);
                """);
        Fingerprint before = fingerprint();

        assertThat(after(before, """
                alter table orders modify status varchar(20) character set latin1 not null default 'old', drop key by_status,
                    drop constraint few, comment 'of the stall', row_format=compact, modify note text, modify v int as (n + 2) virtual;
                alter table items drop foreign key of_order;
                alter table items add constraint of_order foreign key (ord) references orders (id);
                alter table parts drop partition p0;
                alter table kept modify a int after b;
                alter table plain engine=MyISAM;
                drop table gone;
                create table brand_new (a int primary key);
                """))
                .containsExactlyInAnyOrder(
                        "table shop.gone is missing",
                        "table shop.brand_new was not there before (no data is lost)",
                        "table shop.orders comment of column note was free, is nothing; type of column status was"
                                + " varchar(10), is varchar(20); default of column status was 'new', is 'old'; collation of"
                                + " column status was utf8mb4_unicode_ci, is latin1_swedish_ci; generation of column v was `n`"
                                + " + 1, is `n` + 2",
                        "check few of table shop.orders is missing",
                        "key by_status of table shop.orders is missing",
                        "table shop.orders row format was Dynamic, is Compact; options was nothing, is row_format=COMPACT;"
                                + " comment was of the shop, is of the stall (no data is lost)",
                        "foreign key of_order of table shop.items delete rule was CASCADE, is RESTRICT (no data is lost)",
                        "partition p0 of table shop.parts is missing",
                        "table shop.plain engine was InnoDB, is MyISAM; row format was Dynamic, is Fixed (no data is lost)",
                        "table shop.kept was defined otherwise: \"`a` int(11) DEFAULT NULL,\" became \"`b` int(11) DEFAULT"
                                + " NULL,\"");
    }

    @Test
    void what_lies_beside_the_tables_is_missed() {
        sql("""
                create table t (a int);
                create view v as select a from t;
                create view w as select a from t;
                create function f() returns int return 1;
                create procedure p(x int) select x;
                create trigger tr before insert on t for each row set new.a = 1;
                create event e on schedule every 1 day starts '2026-01-01 00:00:00' do select 1;
                create sequence s start with 100;
                set sql_mode = 'oracle';
                delimiter //
                create package pa as function f return int; end//
                create package body pa as function f return int as begin return 1; end; end//
                """);
        Fingerprint before = fingerprint();

        assertThat(after(before, """
                drop view v; drop function f; drop procedure p; drop trigger tr; drop event e; drop sequence s;
                set sql_mode = 'oracle';
                drop package pa;
                """))
                .containsExactlyInAnyOrder(
                        "view shop.v is missing",
                        "function shop.f is missing",
                        "procedure shop.p is missing",
                        "trigger shop.tr is missing",
                        "event shop.e is missing",
                        "sequence shop.s is missing",
                        "package shop.pa is missing",
                        "package body shop.pa is missing");
    }

    @Test
    void what_lies_beside_the_tables_and_changed_is_told() {
        sql("""
                create user app;
                create table t (a int, b int);
                create definer=app sql security invoker view v as select a from t;
                create definer=app function f() returns int deterministic return 1;
                create procedure p(x int) select '😀';
                create trigger t1 before insert on t for each row set new.a = 1;
                create trigger t2 before insert on t for each row set new.b = 1;
                create event e on schedule every 1 day starts '2026-01-01 00:00:00' do select 1;
                """);
        try {
            Fingerprint before = fingerprint();

            assertThat(after(before, """
                    create or replace sql security definer view v as select a, b from t;
                    create or replace function f() returns int deterministic return 1;
                    create or replace procedure p(x int) select '🙁';
                    create or replace trigger t1 before insert on t for each row follows t2 set new.a = 1;
                    alter event e disable;
                    alter database shop character set latin1;
                    """))
                    .containsExactlyInAnyOrder(
                            "database shop character set was utf8mb4, is latin1; collation was utf8mb4_unicode_ci, is"
                                    + " latin1_swedish_ci (no data is lost)",
                            "view shop.v column b was not there before",
                            "view shop.v definer was app@%, is root@localhost; security was INVOKER, is DEFINER (no data is"
                                    + " lost)",
                            "function shop.f definer was app@%, is root@localhost (no data is lost)",
                            "procedure shop.p was defined otherwise: \"select '😀'\" became \"select '🙁'\"",
                            "trigger shop.t1 order was 1, is 2 (no data is lost)",
                            "trigger shop.t2 order was 2, is 1 (no data is lost)",
                            "event shop.e status was ENABLED, is DISABLED (no data is lost)");
        } finally {
            sql("drop user app");
        }
    }

    @Test
    void a_view_without_its_definer_or_its_table_cannot_be_read() {
        sql("""
                create table t (a int);
                create user app;
                grant select on shop.t to app;
                create definer=app view v as select a from t;
                create view w as select a from t;
                drop user app;
                create user app;
                grant select on shop.t to app;
                """);
        Fingerprint before = fingerprint();

        assertThat(after(before, "drop user app; rename table t to u; rename table u to t"))
                .contains(
                        "view shop.v cannot be read: its definer, or what it is made of, is not there or may not be read")
                .noneMatch(difference -> difference.startsWith("view shop.w"));
    }

    @Test
    void numbers_may_go_on_and_never_back() {
        sql("""
                create table orders (id int auto_increment primary key) auto_increment = 100;
                create table bills (id int auto_increment primary key) auto_increment = 100;
                create table bulk (id int auto_increment primary key, n int);
                insert into bulk (n) select seq from seq_1_to_300;
                create sequence on_and_on;
                create sequence down increment by -1 cache 1;
                create sequence back start with 50 cache 1;
                create sequence around start with 50 maxvalue 60 cache 1 cycle;
                do nextval(back);
                """);
        Fingerprint before = fingerprint();

        assertThat(after(before, """
                insert into orders values ();
                delete from orders;
                alter table bills auto_increment = 5;
                alter table bulk auto_increment = 301;
                do nextval(on_and_on), nextval(down);
                do setval(around, 1);
                alter sequence back restart with 50;
                """))
                .containsExactlyInAnyOrder(
                        "auto_increment of table shop.bills would have given 100 next, gives 5: it gives numbers again that"
                                + " were given before",
                        "sequence shop.back would have given 51 next, gives 50: it gives numbers again that were given before");
    }

    @Test
    void a_database_that_is_gone_is_missing_with_all_that_it_held() {
        sql("create database stall; create table stall.t as select 1 as n; create view stall.v as select 1 as n");
        Fingerprint before = fingerprint();

        assertThat(after(before, "drop database stall"))
                .containsExactly("database stall is missing, with its 1 table and 1 row");
    }
}
