package dev.blackstart.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.testing.LocalPostgres;
import dev.blackstart.testing.RealTools;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Contents that a type calls equal, or whose sums are, are still other contents. */
@Tag(RealTools.TAG)
class WhatADigestTellsApartTest {
    private static final String MARK = "bs00000001";
    private static final State SHOP = new PostgresqlState(Optional.of("shop"), PostgresqlServer.USUAL);
    private static LocalPostgres server;

    @BeforeAll
    static void make() {
        server = LocalPostgres.make();
        server.sql("postgres", "create database shop");
        server.sql("shop", "create type pair as (a int, b text); create domain code as text");
    }

    @AfterAll
    static void close() {
        server.close();
    }

    /** A type, a value, and another one that it may well call the same. */
    private static final List<List<String>> OTHERS = List.of(
            List.of("numeric", "1.5", "1.50"),
            List.of("float8", "0", "'-0'"),
            List.of("interval", "'1 day'", "'24:00:00'"),
            List.of("jsonb", "'{\"a\": 1.5}'", "'{\"a\": 1.50}'"),
            List.of("json", "'{\"a\":1}'", "'{\"a\": 1}'"),
            List.of("numeric[]", "'{1.0}'", "'{1.00}'"),
            List.of("text", "''", "null"),
            List.of("text", "'a'", "'a '"),
            List.of("bytea", "'\\x00'", "'\\x0000'"),
            List.of("pair", "'(1,)'", "'(1,\"\")'"),
            List.of("code", "'a'", "'A'"),
            List.of("inet", "'10.0.0.1/8'", "'10.0.0.1/9'"),
            List.of("timestamptz", "'2026-11-27 10:00Z'", "'2026-11-27 10:00:00.000001Z'"));

    /** What a type may keep the text of a write in. */
    private static final List<List<String>> MARKED = List.of(
            List.of("text", "'order bs00000001 of today'"),
            List.of("bytea", "convert_to('order bs00000001', 'UTF8')"),
            List.of("jsonb", "'{\"order\": \"bs00000001\"}'"),
            List.of("text[]", "array['bs00000001']"),
            List.of("code", "'bs00000001'"));

    @Test
    void another_value_is_another_content() {
        server.sql("shop", each(OTHERS, "create table t%1$d (k int, t %2$s); insert into t%1$d values (1, %3$s)"));
        Fingerprint was = look();
        server.sql("shop", each(OTHERS, "update t%1$d set t = %4$s"));
        Fingerprint is = look();
        server.sql("shop", each(OTHERS, "drop table t%1$d"));

        assertThat(SHOP.differences(was, is))
                .hasSize(OTHERS.size())
                .extracting(Difference::what)
                .containsOnly("has as many rows as before, but other content");
    }

    @Test
    void what_the_workload_wrote_is_left_out_whatever_its_type() {
        server.sql("shop", each(MARKED, "create table m%1$d (k int, t %2$s); insert into m%1$d values (1, null)"));
        Fingerprint was = look();
        server.sql("shop", each(MARKED, "insert into m%1$d values (2, %3$s)"));
        Fingerprint is = look();
        server.sql("shop", each(MARKED, "drop table m%1$d"));

        assertThat(SHOP.differences(was, is)).isEmpty();
    }

    @Test
    void values_that_change_places_do_not_cancel_out() {
        server.sql(
                "shop",
                "drop table if exists t; create table t (a text, b text, n int);"
                        + "insert into t values ('one', 'two', 1), ('three', 'four', 2)");
        Fingerprint was = look();
        server.sql("shop", "update t set b = case n when 1 then 'four' else 'two' end");

        assertThat(SHOP.differences(was, look())).hasSize(1);
        server.sql("shop", "update t set a = b, b = a");
        Fingerprint between = look();
        server.sql("shop", "update t set a = b, b = a");
        assertThat(SHOP.differences(between, look())).hasSize(1);
    }

    @Test
    void the_same_rows_in_another_order_and_with_another_history_are_the_same() {
        server.sql(
                "shop",
                "drop table if exists t; create table t (n int, x numeric, gone text);"
                        + "insert into t select i, i / 7.0, 'x' from generate_series(1, 1000) i; alter table t drop gone");
        Fingerprint was = look();
        server.sql(
                "shop",
                "create table u (n int, x numeric); insert into u select * from t order by n desc;"
                        + "drop table t; alter table u rename to t");

        assertThat(SHOP.differences(was, look())).isEmpty();
    }

    /** The same statements for each, with its number and what it says. */
    private static String each(List<List<String>> all, String statements) {
        StringBuilder script = new StringBuilder();
        for (int i = 0; i < all.size(); i++) {
            List<Object> words = new ArrayList<>(List.of(i));
            words.addAll(all.get(i));
            script.append(statements.formatted(words.toArray())).append(";\n");
        }
        return script.toString();
    }

    private static Fingerprint look() {
        return SHOP.fingerprint(server, MARK);
    }
}
