package dev.blackstart.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.state.Fingerprint.Content;
import dev.blackstart.state.Fingerprint.Thing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What changes on its own is compared by presence and bounds, and hides nothing beside it. */
class WhatLivesTest {
    private static final State SHOP = new PostgresqlState(Optional.of("shop"), PostgresqlServer.USUAL);
    private static final String USERS = "table public.users in database shop";
    private static final String SHOWN = "table public.users";

    @Test
    void a_column_that_moves_is_let_be() {
        Living living = between(users("a", "x", 2), users("a", "y", 2));

        assertThat(living.differences(users("a", "z", 2))).isEmpty();
        assertThat(living.parts()).containsExactly(new Living.Mover("users.last_used_at", "changed", false));
    }

    @Test
    void what_does_not_move_differs_as_ever() {
        assertThat(between(users("a", "x", 2), users("a", "x", 2)).differences(users("a", "y", 2)))
                .containsExactly(new Difference(SHOWN, "has as many rows as before, but other content"));
    }

    @Test
    void its_neighbour_is_still_compared() {
        Living living = between(users("a", "x", 2), users("a", "y", 2));

        assertThat(living.differences(users("b", "z", 2)))
                .containsExactly(new Difference(
                        SHOWN,
                        "column name has other content, though only column last_used_at changed before the disaster"));
    }

    @Test
    void a_row_less_is_missed_where_none_went() {
        Living living = between(users("a", "x", 4), users("a", "y", 4));

        assertThat(living.differences(users("b", "z", 3)))
                .containsExactly(new Difference(SHOWN, "1 of the rows are missing that stayed before the disaster"));
    }

    @Test
    void a_row_more_is_told_where_none_came() {
        Living living = between(users("a", "x", 4), users("a", "y", 4));

        assertThat(living.differences(users("b", "z", 5)))
                .containsExactly(new Difference(SHOWN, "had 4 rows, none of which came or went, and has 5"));
    }

    @Test
    void rows_that_came_may_be_missing_and_those_before_them_may_not() {
        Content one = cells(Map.of("1", "a", "2", "b"));
        Content more = cells(Map.of("1", "a", "2", "b", "3", "c"));
        Living living = between(one, more);

        assertThat(living.differences(print(one))).isEmpty();
        assertThat(living.differences(print(cells(Map.of("1", "a", "2", "b", "4", "d")))))
                .isEmpty();
        assertThat(living.differences(print(cells(Map.of("2", "b", "3", "c")))))
                .extracting(Difference::what)
                .containsExactly("1 of the rows are missing that stayed before the disaster");
        assertThat(living.differences(print(cells(Map.of("1", "other", "2", "b", "3", "c")))))
                .extracting(Difference::what)
                .containsExactly("column note has other content, though only rows came before the disaster");
    }

    /** A table that grew, or that a restore made smaller, may be told apart otherwise than before. */
    @Test
    void what_is_told_apart_by_rows_in_one_look_only_is_compared_by_what_all_have() {
        TreeMap<String, String> both =
                new TreeMap<>(Map.of("name", "1", "at", "2", "name\u0001r", "1", "at\u0001r", "2"));
        TreeMap<String, String> moved =
                new TreeMap<>(Map.of("name", "1", "at", "3", "name\u0001r", "1", "at\u0001r", "3"));
        TreeMap<String, String> columns = new TreeMap<>(Map.of("name", "1", "at", "4"));
        TreeMap<String, String> other = new TreeMap<>(Map.of("name", "5", "at", "4"));
        Living living = between(new Content(1, "a", both), new Content(1, "b", moved));
        Living byColumns = between(new Content(1, "a", columns), new Content(1, "b", moved));

        assertThat(living.differences(print(new Content(1, "c", columns)))).isEmpty();
        assertThat(living.differences(print(new Content(1, "c", other)))).hasSize(1);
        assertThat(byColumns.differences(print(new Content(1, "c", both)))).isEmpty();
        assertThat(living.differences(print(new Content(1, "c")))).isEmpty();
    }

    @Test
    void where_rows_come_and_go_half_of_them_must_be_there() {
        Living living = between(new Content(10, "a"), new Content(8, "b"));

        assertThat(living.differences(print(new Content(4, "c")))).isEmpty();
        assertThat(living.differences(print(new Content(3, "c"))))
                .extracting(Difference::what)
                .containsExactly("had at least 8 rows, has 3");
        assertThat(living.differences(new Fingerprint(new TreeMap<>())))
                .containsExactly(new Difference(SHOWN, "is missing"));
    }

    @Test
    void what_only_came_or_only_went_need_not_be_there() {
        Fingerprint with = print(new Content(1, "staging"));
        Fingerprint without = new Fingerprint(new TreeMap<>());

        assertThat(Living.between(SHOP, without, with, List.of()).differences(without))
                .isEmpty();
        assertThat(Living.between(SHOP, without, with, List.of()).differences(with))
                .isEmpty();
        assertThat(Living.between(SHOP, with, without, List.of()).differences(without))
                .isEmpty();
    }

    @Test
    void what_is_declared_lives_though_it_did_not_move() {
        Fingerprint still = users("a", "x", 2);
        Living living = Living.between(SHOP, still, still, List.of("users.last_used_at"));

        assertThat(living.differences(users("a", "z", 2))).isEmpty();
        assertThat(living.differences(users("b", "z", 2))).hasSize(1);
        assertThat(living.parts()).containsExactly(new Living.Mover("users.last_used_at", "changed", true));
        assertThat(Living.between(SHOP, still, still, List.of("us*")).differences(users("b", "z", 2)))
                .isEmpty();
        assertThat(Living.between(SHOP, still, still, List.of("user")).differences(users("b", "z", 2)))
                .hasSize(1);
    }

    @Test
    void a_sequence_that_moves_on_may_still_not_go_back() {
        Thing sequence = new Thing("sequence", "sequence public.users_id_seq in database shop");
        Living living = Living.between(
                SHOP,
                new Fingerprint(new TreeMap<>(Map.of(sequence, new Content(0, "10 1 ends")))),
                new Fingerprint(new TreeMap<>(Map.of(sequence, new Content(0, "15 1 ends")))),
                List.of());

        assertThat(living.parts()).isEmpty();
        assertThat(living.differences(new Fingerprint(new TreeMap<>(Map.of(sequence, new Content(0, "2 1 ends"))))))
                .hasSize(1);
    }

    private static Living between(Fingerprint first, Fingerprint second) {
        return Living.between(SHOP, first, second, List.of());
    }

    private static Living between(Content first, Content second) {
        return between(print(first), print(second));
    }

    private static Fingerprint users(String name, String lastUsedAt, long count) {
        return print(
                new Content(count, name + lastUsedAt, new TreeMap<>(Map.of("name", name, "last_used_at", lastUsedAt))));
    }

    /** Rows by their keys, with one column. */
    private static Content cells(Map<String, String> notes) {
        TreeMap<String, String> parts = new TreeMap<>();
        notes.forEach((row, note) -> parts.put("note\u0001" + row, note));
        return new Content(notes.size(), notes.toString(), parts);
    }

    private static Fingerprint print(Content users) {
        return new Fingerprint(new TreeMap<>(Map.of(new Thing("table", USERS), users)));
    }
}
