package dev.blackstart.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.blackstart.testing.LocalPostgres;
import dev.blackstart.testing.RealTools;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An application that is at work all the time, on a real server: its own changes are no loss, and hide none. */
@Tag(RealTools.TAG)
class ALivingDatabaseTest {
    private static final State SHOP = new PostgresqlState(Optional.of("shop"), PostgresqlServer.USUAL);
    private static LocalPostgres server;

    private Living living;

    @BeforeAll
    static void make() {
        server = LocalPostgres.make();
        server.sql("postgres", "create database shop");
    }

    @AfterAll
    static void close() {
        server.close();
    }

    /** Two looks, between which the application worked. */
    @BeforeEach
    void work() {
        server.sql("shop", """
                drop schema public cascade;
                create schema public;
                create table users (id int primary key, email text, last_used_at timestamptz, c text, x text, k text);
                insert into users select i, 'u' || i || '@example.org', now() from generate_series(1, 500) i;
                create table sessions (token text primary key, opened timestamptz);
                insert into sessions select 's' || i, now() from generate_series(1, 100) i;
                create table jobs (id serial primary key, what text);
                insert into jobs (what) select 'mail' from generate_series(1, 40);
                create table heartbeat (node text, at timestamptz);
                insert into heartbeat values ('one', now());
                create table "Odd ""name" (t text, "a""b" jsonb, k bytea);
                insert into "Odd ""name" values ('t', '{"a": 1}', 'x');
                create table audit (id bigint primary key, what text);
                insert into audit select i, 'seen ' || i from generate_series(1, 300) i;
                create table large (id int primary key, note text, seen int default 0);
                insert into large select i, repeat('x', 100) || i from generate_series(1, 5000) i;
                """);
        Fingerprint first = look();
        server.sql("shop", """
                update users set last_used_at = now() + interval '1s' where id % 7 = 0;
                delete from sessions where token in ('s1', 's2');
                insert into sessions values ('s200', now());
                insert into jobs (what) values ('mail');
                delete from jobs where id < 20;
                update heartbeat set at = now() + interval '1s';
                insert into audit values (301, 'seen 301');
                update large set seen = seen + 1 where id = 7;
                """);
        living = Living.between(SHOP, first, look(), List.of());
    }

    @Test
    void what_it_did_is_told() {
        assertThat(living.parts())
                .extracting(Living.Mover::name)
                .containsExactlyInAnyOrder(
                        "users.last_used_at", "sessions", "jobs", "heartbeat.at", "audit", "large.seen");
    }

    @Test
    void it_may_go_on() {
        after("""
                update users set last_used_at = now() + interval '2s';
                insert into sessions values ('s300', now());
                delete from sessions where token = 's5';
                delete from jobs where id < 30;
                update heartbeat set at = now() + interval '9s';
                insert into audit values (302, 'seen 302');
                update large set seen = seen + 5 where id < 100;
                """);
        assertThat(differences()).isEmpty();
    }

    @Test
    void what_it_drops_while_it_is_looked_at_is_no_reason_to_know_nothing() throws Exception {
        server.sql("shop", "create table aaa (id int); create table zzz (id serial)");
        CompletableFuture<Void> dropping = CompletableFuture.runAsync(() -> server.sql("shop", """
                begin;
                lock table aaa in access exclusive mode;
                do $$ begin
                    for i in 1..6000 loop
                        exit when exists (select from pg_locks where relation = 'aaa'::regclass and not granted);
                        perform pg_sleep(0.01);
                    end loop;
                end $$;
                drop table zzz;
                commit;
                """));
        await().until(() -> !server.sql("shop", "select 1 from pg_locks where relation = 'aaa'::regclass and granted")
                .isEmpty());

        Fingerprint look = look();

        dropping.get();
        assertThat(look.things().keySet())
                .extracting(Fingerprint.Thing::name)
                .contains("table public.aaa in database shop", "table public.users in database shop")
                .noneMatch(name -> name.contains("zzz"));
    }

    @Test
    void a_row_lost_beside_what_lives_is_found() {
        after("delete from users where id = 3");
        assertThat(differences())
                .containsExactly("table public.users: 1 of the rows are missing that stayed before the disaster");
    }

    @Test
    void a_value_lost_beside_what_lives_is_found() {
        after("update users set email = null where id = 3; update large set note = '' where id = 9");
        assertThat(differences())
                .containsExactlyInAnyOrder(
                        "table public.users: column email has other content, though only column last_used_at changed"
                                + " before the disaster",
                        "table public.large: column note has other content, though only column seen changed before the"
                                + " disaster");
    }

    @Test
    void a_row_lost_where_rows_only_come_is_found() {
        after("delete from audit where id = 7; insert into audit values (400, 'new')");
        assertThat(differences())
                .containsExactly("table public.audit: 1 of the rows are missing that stayed before the disaster");
    }

    @Test
    void what_is_emptied_is_found_though_its_rows_come_and_go() {
        after("delete from sessions; drop table heartbeat");
        assertThat(differences())
                .contains("table public.sessions: had at least 99 rows, has 0", "table public.heartbeat: is missing");
    }

    @Test
    void a_table_that_a_restore_made_smaller_is_compared_as_before() {
        server.sql(
                "shop",
                "create table bloated (id int primary key, name text, seen int);"
                        + "insert into bloated select i, 'n' || i, 0 from generate_series(1, 4000) i");
        for (int i = 0; i < 3; i++) {
            server.sql("shop", "update bloated set seen = seen + 1");
        }
        Fingerprint first = look();
        server.sql("shop", "update bloated set seen = seen + 1");
        living = Living.between(SHOP, first, look(), List.of());
        after("vacuum full bloated; update bloated set seen = 9 where id < 5");
        assertThat(differences()).isEmpty();
        after("update bloated set name = 'x' where id = 7");
        assertThat(differences()).singleElement().asString().startsWith("table public.bloated: column name has other");
    }

    @Test
    void a_definition_beside_them_still_differs() {
        after("alter table sessions drop constraint sessions_pkey; update \"Odd \"\"name\" set t = 'u'");
        assertThat(differences())
                .anyMatch(difference -> difference.contains("sessions_pkey"))
                .contains("table public.\"Odd \"\"name\": has as many rows as before, but other content");
    }

    private void after(String sql) {
        server.sql("shop", sql);
    }

    private List<String> differences() {
        return living.differences(SHOP.remains(server, "bs00000001")).stream()
                .map(difference -> difference.object() + ": " + difference.what())
                .toList();
    }

    private static Fingerprint look() {
        return SHOP.fingerprint(server, "bs00000001");
    }
}
