package dev.blackstart.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.state.Fingerprint.Content;
import dev.blackstart.state.Fingerprint.Thing;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PostgresqlDifferencesTest {
    private static final Thing TABLE = new Thing("table", "table public.pledges");
    private static final Thing SEQUENCE = new Thing("sequence", "sequence public.people_id_seq");
    private static final Thing DEFINITION = new Thing("definition", "table public.pledges");
    private static final Thing ROLE = new Thing("definition", "role snowdrift");

    private final PostgresqlState database = new PostgresqlState(Optional.of("snowdrift"), PostgresqlServer.USUAL);
    private final SortedMap<Thing, Content> things = new TreeMap<>();
    private final Fingerprint before;

    PostgresqlDifferencesTest() {
        things.put(TABLE, new Content(10, "42"));
        things.put(SEQUENCE, new Content(0, "11 1 ends"));
        things.put(DEFINITION, new Content(0, "CREATE TABLE public.pledges (\n    id text\n);\n"));
        things.put(ROLE, new Content(0, "CREATE"));
        before = new Fingerprint(things);
    }

    @Test
    void a_database_that_came_back_whole_does_not_differ() {
        assertThat(differences()).isEmpty();
    }

    @Test
    void a_missing_table_differs_in_its_definition_and_its_content() {
        things.remove(TABLE);
        things.remove(DEFINITION);

        assertThat(differences())
                .containsExactly(
                        new Difference("table public.pledges", "is missing"),
                        new Difference("table public.pledges", "is missing"));
    }

    @Test
    void a_table_that_is_unlogged_now_is_not_missing() {
        things.remove(TABLE);
        things.put(new Thing("unlogged", "table public.pledges"), new Content(0, ""));
        things.put(DEFINITION, new Content(0, "CREATE UNLOGGED TABLE public.pledges ("));

        assertThat(differences())
                .singleElement()
                .satisfies(difference -> assertThat(difference.what()).startsWith("was defined otherwise"));
    }

    @Test
    void a_materialized_view_may_hold_what_its_query_gives_now() {
        things.put(TABLE, new Content(12, "50"));
        things.put(new Thing("refreshed", "table public.pledges"), new Content(12, "50"));

        assertThat(differences()).isEmpty();

        things.put(new Thing("refreshed", "table public.pledges"), new Content(12, "51"));

        assertThat(differences()).containsExactly(new Difference("table public.pledges", "had 10 rows, has 12"));
    }

    @Test
    void fewer_rows_are_counted() {
        things.put(TABLE, new Content(7, "40"));

        assertThat(differences()).containsExactly(new Difference("table public.pledges", "had 10 rows, has 7"));
    }

    @Test
    void overwritten_rows_differ_although_none_is_missing() {
        things.put(TABLE, new Content(10, "43"));

        assertThat(differences())
                .containsExactly(
                        new Difference("table public.pledges", "has as many rows as before, but other content"));
    }

    @Test
    void a_newer_version_says_the_columns_of_a_view_without_their_table() {
        Thing version = new Thing("version", "server");
        Thing view = new Thing("definition", "view public.v");
        things.put(version, new Content(15, ""));
        things.put(view, new Content(0, "SELECT o.id\nFROM public.o;"));
        Fingerprint old = new Fingerprint(things);
        things.put(view, new Content(0, "SELECT id\nFROM public.o;"));
        assertThat(database.differences(old, new Fingerprint(things))).hasSize(1);

        things.put(version, new Content(16, ""));
        assertThat(database.differences(old, new Fingerprint(things))).isEmpty();
    }

    @Test
    void a_changed_definition_shows_the_first_line_that_changed() {
        things.put(DEFINITION, new Content(0, "CREATE TABLE public.pledges (\n    id uuid\n);\n"));

        assertThat(differences())
                .containsExactly(new Difference(
                        "table public.pledges", "was defined otherwise: \"id text\" became \"id uuid\""));
    }

    @Test
    void a_statement_that_came_after_an_empty_line_is_shown_and_not_the_line() {
        things.put(DEFINITION, new Content(0, "CREATE TABLE public.pledges (\n    id text\n);\n\n\nALTER TABLE …;"));

        assertThat(differences())
                .containsExactly(new Difference(
                        "table public.pledges", "was defined otherwise: nothing became \"ALTER TABLE …;\""));
    }

    @Test
    void something_new_differs_too() {
        things.put(new Thing("definition", "role mallory"), new Content(0, "CREATE"));

        assertThat(differences())
                .containsExactly(new Difference("role mallory", "was not there before (no data is lost)"));
    }

    @Test
    void a_sequence_may_move_on() {
        things.put(SEQUENCE, new Content(0, "12 1 ends"));

        assertThat(differences()).isEmpty();
    }

    @Test
    void a_sequence_that_went_back_would_give_numbers_twice() {
        things.put(SEQUENCE, new Content(0, "1 1 ends"));

        assertThat(differences())
                .extracting(Difference::what)
                .containsExactly("would have given 11 next, gives 1: it will give numbers again that are in use");
    }

    @Test
    void a_sequence_that_descends_or_begins_again_may_go_the_other_way() {
        things.put(SEQUENCE, new Content(0, "-11 -1 ends"));
        Fingerprint descending = new Fingerprint(things);
        things.put(SEQUENCE, new Content(0, "-12 -1 ends"));
        assertThat(database.differences(descending, new Fingerprint(things))).isEmpty();
        assertThat(database.differences(new Fingerprint(things), descending)).hasSize(1);

        things.put(SEQUENCE, new Content(0, "9 1 cycles"));
        Fingerprint cycling = new Fingerprint(things);
        things.put(SEQUENCE, new Content(0, "1 1 cycles"));
        assertThat(database.differences(cycling, new Fingerprint(things))).isEmpty();
    }

    @Test
    void a_database_that_is_lost_is_one_difference_however_much_lay_in_it() {
        Fingerprint without = before;
        things.put(new Thing("database", "audit"), new Content(1, ""));
        things.put(new Thing("table", "table public.trail in database audit"), new Content(1000, "7"));
        things.put(new Thing("definition", "table public.trail in database audit"), new Content(0, "CREATE"));

        assertThat(database.differences(new Fingerprint(things), without))
                .containsExactly(new Difference("database audit", "is missing, with its 1 table and 1,000 rows"));
    }

    @Test
    void what_is_kept_secret_for_others_is_not_shown() {
        Thing mapping = new Thing("definition", "user mapping for shop");
        things.put(mapping, new Content(0, "OPTIONS (\n    password 'hunter22-old',\n    \"user\" 'app'\n);"));
        Fingerprint old = new Fingerprint(things);
        things.put(mapping, new Content(0, "OPTIONS (\n    password 'hunter22-new',\n    \"user\" 'app'\n);"));

        assertThat(database.differences(old, new Fingerprint(things)))
                .containsExactly(new Difference(
                        "user mapping for shop",
                        "was defined otherwise: \"password (hidden),\" became \"password (hidden),\""));
    }

    @Test
    void where_there_are_many_large_objects_their_ranges_are_compared() {
        Thing range = new Thing("large objects", "large objects 10000 to 19999");
        things.put(range, new Content(1001, "1"));
        Fingerprint many = new Fingerprint(things);
        things.put(range, new Content(999, "2"));
        things.put(new Thing("large object", "large object 10001"), new Content(0, "{}"));

        assertThat(database.differences(many, new Fingerprint(things)))
                .containsExactly(new Difference("large objects 10000 to 19999", "were 1001, are 999"));
    }

    @Test
    void content_is_told_before_definitions() {
        things.clear();

        assertThat(differences())
                .extracting(Difference::object)
                .containsExactly(
                        "table public.pledges",
                        "sequence public.people_id_seq",
                        "role snowdrift",
                        "table public.pledges");
    }

    @Test
    void tables_and_their_rows_are_counted() {
        things.put(new Thing("table", "table public.projects"), new Content(5, "1"));

        assertThat(database.counts(new Fingerprint(things)))
                .containsExactlyEntriesOf(new TreeMap<>(java.util.Map.of("rows", 15L, "tables", 2L)).descendingMap());
    }

    private List<Difference> differences() {
        return database.differences(before, new Fingerprint(things));
    }
}
