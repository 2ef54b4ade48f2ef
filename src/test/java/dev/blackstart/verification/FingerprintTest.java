package dev.blackstart.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.verification.Fingerprint.Content;
import dev.blackstart.verification.Fingerprint.Difference;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    private final Fingerprint before = new Fingerprint(
            Map.of(
                    "table public.pledges",
                    "CREATE TABLE public.pledges (\n    id text\n);\n",
                    "role snowdrift",
                    "CREATE"),
            Map.of("public.pledges", new Content(10, "42")),
            Map.of("public.people_id_seq", Optional.of(BigInteger.TEN)));

    @Test
    void a_database_that_came_back_whole_does_not_differ() {
        assertThat(before.differencesOf(before)).isEmpty();
    }

    @Test
    void a_missing_table_differs_in_its_definition_and_its_content() {
        Fingerprint after = new Fingerprint(Map.of("role snowdrift", "CREATE"), Map.of(), before.sequences());

        assertThat(before.differencesOf(after))
                .containsExactly(
                        new Difference("table public.pledges", "is missing"),
                        new Difference("table public.pledges", "is missing"));
    }

    @Test
    void fewer_rows_are_counted() {
        assertThat(before.differencesOf(withContent(new Content(7, "40"))))
                .containsExactly(new Difference("table public.pledges", "had 10 rows, has 7"));
    }

    @Test
    void overwritten_rows_differ_although_none_is_missing() {
        assertThat(before.differencesOf(withContent(new Content(10, "43"))))
                .containsExactly(
                        new Difference("table public.pledges", "has as many rows as before, but other content"));
    }

    @Test
    void a_changed_definition_shows_the_first_line_that_changed() {
        Map<String, String> objects = new HashMap<>(before.objects());
        objects.put("table public.pledges", "CREATE TABLE public.pledges (\n    id uuid\n);\n");

        assertThat(before.differencesOf(new Fingerprint(objects, before.tables(), before.sequences())))
                .containsExactly(new Difference(
                        "table public.pledges", "was defined otherwise: \"id text\" became \"id uuid\""));
    }

    @Test
    void something_new_differs_too() {
        Map<String, String> objects = new HashMap<>(before.objects());
        objects.put("role mallory", "CREATE");

        assertThat(before.differencesOf(new Fingerprint(objects, before.tables(), before.sequences())))
                .containsExactly(new Difference("role mallory", "was not there before"));
    }

    @Test
    void a_sequence_may_move_on() {
        assertThat(before.differencesOf(withSequence(Optional.of(BigInteger.valueOf(11)))))
                .isEmpty();
    }

    @Test
    void a_sequence_that_went_back_would_give_numbers_twice() {
        assertThat(before.differencesOf(withSequence(Optional.of(BigInteger.ONE))))
                .extracting(Difference::what)
                .containsExactly("stood at 10, stands at 1: it will give numbers again that are in use");
        assertThat(before.differencesOf(withSequence(Optional.empty()))).hasSize(1);
    }

    private Fingerprint withContent(Content content) {
        return new Fingerprint(before.objects(), Map.of("public.pledges", content), before.sequences());
    }

    private Fingerprint withSequence(Optional<BigInteger> value) {
        return new Fingerprint(before.objects(), before.tables(), Map.of("public.people_id_seq", value));
    }
}
