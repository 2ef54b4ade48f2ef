package dev.blackstart.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.machine.Command;
import dev.blackstart.machine.Outcome;
import dev.blackstart.testing.LocalPostgres;
import dev.blackstart.testing.RealTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the comparison sees of a real server, and what it lets be. */
@Tag(RealTools.TAG)
class ARealPostgresqlTest {
    private static final String MARK = "bs00000001";
    private static final State SHOP = new PostgresqlState(Optional.of("shop"), PostgresqlServer.USUAL);

    private static LocalPostgres server;

    @BeforeAll
    static void make() {
        server = LocalPostgres.make();
        server.sql("postgres", "create role app login password 'of-the-website'; create role reporting");
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @BeforeEach
    void open() {
        server.sql("postgres", "create database shop owner app");
    }

    @AfterEach
    void drop() {
        server.sql("postgres", "drop database shop");
    }

    @Test
    void what_a_dump_of_one_database_leaves_out_is_missed() {
        server.sql("postgres", """
                create role partner login connection limit 3 password 'only-in-the-database';
                comment on role partner is 'the bank';
                alter role partner set work_mem = '8MB';
                alter role all set idle_session_timeout = '1h';
                grant reporting to partner with admin option;
                create database audit;
                select pg_create_logical_replication_slot('stream', 'pgoutput');
                """);
        server.sql("audit", "create table trail as select generate_series(1, 1000) as n");
        server.sql("shop", """
                create table kept (n int);
                begin;
                insert into kept values (1);
                prepare transaction 'payment-17';
                """);
        Fingerprint before = fingerprint(server);
        server.sql("shop", "rollback prepared 'payment-17'");
        server.sql("postgres", """
                select pg_drop_replication_slot('stream');
                drop database audit;
                alter role partner password null createdb connection limit -1;
                comment on role partner is null;
                alter role partner reset work_mem;
                alter role all reset idle_session_timeout;
                revoke admin option for reporting from partner;
                create role mallory superuser;
                """);

        assertThat(differences(before))
                .containsExactlyInAnyOrder(
                        "database audit is missing, with its 1 table and 1,000 rows",
                        "role partner attributes was login, is login, creates databases; connection limit was 3, is none (no data is lost)",
                        "role mallory was not there before (no data is lost)",
                        "password of role partner is missing: nobody can log in with it",
                        "comment on role partner is missing",
                        "setting work_mem of role partner is missing",
                        "setting idle_session_timeout of all roles is missing",
                        "membership of partner in reporting admin option was true, is false (no data is lost)",
                        "replication slot stream is missing",
                        "prepared transaction payment-17 is missing");
    }

    @Test
    void what_no_statement_of_a_dump_restores_is_missed() {
        server.sql("shop", """
                create table parent (id int primary key);
                create table child (id int primary key, parent int references parent);
                create table letters (t text, n int);
                insert into letters values ('a', 1);
                create schema pgatemp;
                create table pgatemp.beside as select 1 as n;
                create table seen as select 1 as n;
                create materialized view daily as select count(*) from letters;
                create sequence numbers;
                alter sequence numbers restart with 100000;
                select lo_from_bytea(4242, 'contract'), lo_from_bytea(4243, 'letter'), lo_create(4712);
                grant select on large object 4242 to reporting;
                """);
        Fingerprint before = fingerprint(server);
        server.sql("shop", """
                alter table parent disable trigger all;
                alter table child disable trigger all;
                update letters set n = 2;
                delete from pgatemp.beside;
                refresh materialized view daily with no data;
                alter sequence numbers restart with 1;
                alter large object 4242 owner to app;
                revoke all on large object 4242 from reporting;
                select lo_put(4243, 0, 'L'), lo_unlink(4712);
                """);

        assertThat(differences(before))
                .containsExactlyInAnyOrder(
                        "table public.letters has as many rows as before, but other content",
                        "table pgatemp.beside had 1 rows, has 0",
                        "table public.daily had 1 rows, has 0",
                        "large object 4242 owner was postgres, is app; privileges was postgres select, postgres update,"
                                + " reporting select, is app select, app update (no data is lost)",
                        "large object 4243 has other content",
                        "large object 4712 is missing",
                        "sequence public.numbers would have given 100000 next, gives 1: it will give numbers again that are"
                                + " in use",
                        "constraint child_parent_fkey of table public.child enforcement was on, is off (no data is lost)");
    }

    /** Nothing of this is equal letter by letter: OIDs, salts, who granted, in which order, and how PostgreSQL words a check. */
    @Test
    void a_good_restore_from_a_dump_differs_in_nothing() {
        server.sql("postgres", """
                create role alice superuser;
                set role alice;
                grant reporting to app;
                """);
        server.sql("shop", """
                create table orders (
                    id serial primary key,
                    status varchar(10) check (status in ('new', 'paid')),
                    n int check (n between 1 and 5 and status <> 'x')
                );
                insert into orders (status, n) select 'new', 1 + i % 5 from generate_series(1, 100) i;
                create index on orders (id) where status in ('new', 'paid');
                create view open as select * from orders where status in ('new');
                create function f() returns text language sql as $$select '
                -- not a comment'$$;
                create table "Mixed|case" ("t" text);
                create unlogged table cache as select 1 as n;
                create materialized view never as select 1 as n with no data;
                grant select on orders to reporting;
                grant insert on orders to app;
                alter default privileges grant select on tables to reporting;
                select setval('orders_id_seq', 101, false), lo_from_bytea(7, 'seven');
                """);
        Fingerprint before = fingerprint(server);
        String roles = answer("pg_dumpall", "--globals-only")
                .lines()
                .filter(line -> !line.startsWith("CREATE ROLE postgres;"))
                .collect(Collectors.joining("\n"));
        String dump = answer("pg_dump", "--create", "shop");

        try (LocalPostgres other = LocalPostgres.make()) {
            other.sql("postgres", roles);
            other.sql("postgres", dump);
            other.sql(
                    "postgres",
                    "alter role app password 'of-the-website'; revoke reporting from app; grant reporting to app");
            other.sql("shop", """
                    truncate cache;
                    revoke all on orders from app, reporting;
                    grant select on orders to reporting;
                    grant insert on orders to app;
                    """);

            assertThat(words(before, fingerprint(other))).isEmpty();
        }
    }

    @Test
    void a_guard_against_slow_queries_does_not_cut_the_comparison() {
        server.sql("shop", """
                create table large as select i, md5(i::text) from generate_series(1, 500000) i;
                alter database shop set statement_timeout = 100;
                """);

        assertThat(SHOP.counts(fingerprint(server))).containsEntry("rows", 500_000L);
    }

    /** It lies there compressed, and small. */
    @Test
    void a_value_that_no_text_can_hold_does_not_end_the_comparison() {
        server.sql("shop", "create table blobs as select convert_to(repeat('x', 540000000), 'UTF8') as content");
        Fingerprint before = fingerprint(server);
        server.sql("shop", "truncate blobs");

        assertThat(differences(before)).containsExactly("table public.blobs had 1 rows, has 0");
    }

    @Test
    void a_library_that_the_server_has_no_more_is_missed() throws IOException {
        String libraries = server.sql("shop", "select setting from pg_config() where name = 'PKGLIBDIR'");
        Path library = Files.copy(Path.of(libraries.strip(), "plpgsql.so"), server.file("copied.so"));
        server.sql(
                "shop",
                "create function f() returns language_handler language c as '%s', 'plpgsql_call_handler'"
                        .formatted(library));
        Fingerprint before = fingerprint(server);
        Files.delete(library);

        assertThat(differences(before)).containsExactly("use of library " + library + " is missing");
    }

    @Test
    void a_table_that_cannot_be_read_hides_no_other() {
        server.sql("shop", """
                create table first as select generate_series(1, 10) as n;
                create table second as select generate_series(1, 10) as n;
                """);
        Fingerprint before = fingerprint(server);
        String file = server.sql("shop", "select pg_relation_filepath('first')").strip();
        server.sql("shop", "delete from second");
        server.stop();
        server.overwrite(file, "no page at all ".repeat(1000));
        server.start();

        assertThat(differences(before))
                .containsExactly(
                        "table public.first had 10 rows, and cannot be read", "table public.second had 10 rows, has 0");
        assertThatThrownBy(() -> fingerprint(server)).isInstanceOf(StateException.class);
    }

    @Test
    void rows_of_the_workload_may_come_and_go_and_never_double() {
        server.sql("shop", """
                create table pledges (id text, cents int);
                insert into pledges select 'bs00000001-' || n, n from generate_series(1, 10) n;
                create table beside as select * from pledges;
                create table usual as select * from pledges union all select * from pledges;
                """);
        Fingerprint before = fingerprint(server);
        server.sql("shop", """
                insert into pledges select * from pledges;
                insert into beside select 'bs00000001-' || n, n from generate_series(11, 20) n;
                delete from beside where cents < 3;
                """);

        assertThat(differences(before))
                .containsExactly(
                        "rows of the workload in table public.pledges are there more than once: 10 are copies of others");
    }

    /** Every row is there, by a look at the table; by the index some are not. */
    @Test
    void an_index_that_misses_rows_is_damaged() {
        server.sql("shop", """
                create table orders as select generate_series(1, 1000) as id;
                create unique index numbers on orders (id);
                """);
        Fingerprint before = fingerprint(server);
        server.sql("shop", """
                create table taken as select * from orders where id > 900;
                delete from orders where id > 900;
                update pg_index set indisready = false where indexrelid = 'numbers'::regclass;
                """);
        server.sql("shop", """
                insert into orders select * from taken;
                drop table taken;
                update pg_index set indisready = true where indexrelid = 'numbers'::regclass;
                """);

        assertThat(differences(before))
                .containsExactly(
                        "index public.numbers is damaged: it does not fit its table, and queries miss rows or fail");
        assertThat(server.sql("shop", "select count(*) from pg_extension where extname = 'amcheck'"))
                .startsWith("0");
    }

    @Test
    void a_database_that_did_not_come_back_is_missing_and_not_unknown() {
        server.sql("shop", "create table first as select generate_series(1, 10) as n");
        Fingerprint before = fingerprint(server);
        server.sql("postgres", "drop database shop");

        assertThat(differences(before)).containsExactly("database shop is missing, with its 1 table and 10 rows");
        assertThatThrownBy(() -> fingerprint(server)).isInstanceOf(StateException.class);

        server.sql("postgres", "create database shop");
    }

    private static Fingerprint fingerprint(LocalPostgres server) {
        return SHOP.fingerprint(server, MARK);
    }

    private List<String> differences(Fingerprint before) {
        return words(before, SHOP.remains(server, MARK));
    }

    private static List<String> words(Fingerprint before, Fingerprint after) {
        return SHOP.differences(before, after).stream()
                .map(difference -> difference.object() + " " + difference.what())
                .toList();
    }

    private String answer(String... tool) {
        Outcome outcome = server.run(Command.as("postgres", tool));
        assertThat(outcome.succeeded()).as(outcome.err()).isTrue();
        return outcome.out();
    }
}
