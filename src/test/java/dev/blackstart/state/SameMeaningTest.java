package dev.blackstart.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.testing.LocalPostgres;
import dev.blackstart.testing.RealTools;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What looks otherwise on a real server and means the same, and what looks alike and does not. */
@Tag(RealTools.TAG)
class SameMeaningTest {
    private static final State SHOP = new PostgresqlState(Optional.of("shop"), PostgresqlServer.USUAL);

    private static LocalPostgres server;

    @BeforeAll
    static void make() {
        server = LocalPostgres.make();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @BeforeEach
    void open() {
        server.sql("postgres", "create database shop locale 'C.UTF-8' template template0");
    }

    @AfterEach
    void drop() {
        server.sql("postgres", "drop database shop");
    }

    @Test
    void what_scripts_and_other_machines_do_otherwise_is_no_difference() {
        server.sql("shop", """
                alter system set work_mem = '5MB';
                alter database shop set search_path = app, public;
                alter database shop set work_mem = '6MB';
                """);
        Fingerprint before = fingerprint();
        server.sql("postgres", "drop database shop");
        server.sql("postgres", "create database shop locale 'C.utf8' template template0");
        server.sql("shop", """
                drop schema public cascade;
                create schema public;
                alter database shop set work_mem = '6MB';
                alter database shop set search_path = app, public;
                alter system reset work_mem;
                """);
        server.sql("shop", "select pg_reload_conf()");

        assertThat(differences(before)).isEmpty();
    }

    @Test
    void a_schema_that_was_made_anew_lets_nobody_in_who_was_let_in_by_the_old_one() {
        server.sql("shop", "create role clerk");
        Fingerprint before = fingerprint();
        server.sql("shop", "drop schema public; create schema public");

        assertThat(differences(before)).containsExactly("schema public use was clerk, is nothing (no data is lost)");
        server.sql("shop", "drop role clerk");
    }

    @Test
    void a_bracket_that_changes_what_is_meant_is_a_difference() {
        server.sql("shop", """
                create table o (a int, b int, c int, s text);
                alter table o add constraint one check ((a = 1 or b = 1) and c = 1);
                """);
        Fingerprint brackets = fingerprint();
        server.sql("shop", """
                alter table o drop constraint one;
                alter table o add constraint one check (a = 1 or (b = 1 and c = 1));
                """);
        assertThat(differences(brackets)).singleElement().asString().contains("was defined otherwise");

        server.sql("shop", "alter table o add constraint two check (s in ('a b', 'c'))");
        Fingerprint texts = fingerprint();
        server.sql("shop", "alter table o drop constraint two, add constraint two check (s in ('ab', 'c'))");
        assertThat(differences(texts)).singleElement().asString().contains("'a b'", "'ab'");
    }

    @Test
    void an_extension_may_come_back_newer_and_not_older() {
        server.sql("shop", "create extension pg_trgm version '1.5'");
        Fingerprint before = fingerprint();
        server.sql("shop", "alter extension pg_trgm update to '1.6'");
        Fingerprint newer = fingerprint();

        assertThat(words(before, newer)).isEmpty();
        assertThat(words(newer, before))
                .containsExactly("extension pg_trgm was of version 1.6, is of the older 1.5 (no data is lost)");
    }

    @Test
    void a_sequence_that_has_given_its_last_number_is_a_difference() {
        server.sql("shop", "create table o (id smallserial); insert into o default values");
        Fingerprint before = fingerprint();
        server.sql("shop", "select setval('o_id_seq', 32767)");

        assertThat(differences(before))
                .containsExactly("sequence public.o_id_seq has given its last number:"
                        + " whatever needs the next one fails (no data is lost)");
    }

    @Test
    void a_value_that_changed_among_very_long_ones_is_a_difference() {
        server.sql("shop", """
                create table o (t text, b bytea);
                alter table o alter t set storage external;
                insert into o select repeat('x', 40000000), convert_to(repeat('y', 40000000), 'UTF8');
                """);
        Fingerprint before = fingerprint();
        server.sql("shop", "update o set b = set_byte(b, 39000000, 0)");

        assertThat(differences(before)).containsExactly("table public.o has as many rows as before, but other content");
    }

    @Test
    void a_guard_against_forgotten_transactions_does_not_cut_the_comparison() {
        server.sql("shop", """
                create table o as select i from generate_series(1, 100000) i;
                alter database shop set idle_in_transaction_session_timeout = 1;
                """);

        assertThat(SHOP.counts(fingerprint())).containsEntry("rows", 100_000L);
    }

    @Test
    void a_damaged_index_of_a_catalogue_is_a_difference() {
        Fingerprint before = fingerprint();
        String file = server.sql("shop", "select pg_relation_filepath('pg_statistic_ext_data_stxoid_inh_index')")
                .strip();
        server.stop();
        server.overwrite(file, "no page at all ".repeat(1000));
        server.start();

        assertThat(differences(before))
                .containsExactly(
                        "index pg_statistic_ext_data_stxoid_inh_index is damaged: it does not fit its table, and queries miss"
                                + " rows or fail");
    }

    private static Fingerprint fingerprint() {
        return SHOP.fingerprint(server, "bs00000001");
    }

    private static List<String> differences(Fingerprint before) {
        return words(before, SHOP.remains(server, "bs00000001"));
    }

    private static List<String> words(Fingerprint before, Fingerprint after) {
        return SHOP.differences(before, after).stream()
                .map(difference -> difference.object() + " " + difference.what())
                .toList();
    }
}
