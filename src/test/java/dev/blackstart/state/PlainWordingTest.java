package dev.blackstart.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainWordingTest {
    @Test
    void a_list_of_texts_says_the_same_wherever_its_casts_stand() {
        assertSame(
                "CHECK (((s)::text = ANY ((ARRAY['new'::character varying, 'paid'::character varying])::text[])))",
                "CHECK (((s)::text = ANY (ARRAY[('new'::character varying)::text, ('paid'::character varying)::text])))");
        assertOther("(s = ANY (ARRAY['a b'::text]))", "(s = ANY (ARRAY['ab'::text]))");
        assertOther("(n = ANY (ARRAY[(1)::numeric]))", "(n = ANY (ARRAY[(1)::bigint]))");
        assertOther("s::text = 'a' AND b", "s = 'a' AND b");
    }

    @Test
    void brackets_count_where_they_part_and_from_or() {
        assertSame("(((a >= 1) AND (a <= 5)) AND (b OR (c OR d)))", "((a >= 1) AND (a <= 5) AND (b OR c OR d))");
        assertOther("((a OR b) AND c)", "(a OR (b AND c))");
        assertOther("NOT (a AND b)", "NOT a AND b");
    }

    @Test
    void a_text_is_read_to_its_end() {
        assertOther("(a = ') AND (' AND b)", "(a = ')AND(' AND b)");
        assertOther("(a = E'\\') AND (' AND b)", "(a = E'\\')AND(' AND b)");
        assertOther("(\"a b\" AND c)", "(\"ab\" AND c)");
    }

    private static void assertSame(String one, String other) {
        assertThat(PlainWording.of(one)).isEqualTo(PlainWording.of(other));
    }

    private static void assertOther(String one, String other) {
        assertThat(PlainWording.of(one)).isNotEqualTo(PlainWording.of(other));
    }
}
