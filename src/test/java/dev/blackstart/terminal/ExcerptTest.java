package dev.blackstart.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {
    @Test
    void what_fits_stays_as_it_is() {
        assertThat(Excerpt.of("0123456789", 10)).isEqualTo("0123456789");
        assertThat(Excerpt.end("one\ntwo\n", 2, 10, 10)).isEqualTo("one\ntwo");
        assertThat(Excerpt.end("", 2, 10, 10)).isEmpty();
    }

    @Test
    void a_long_text_loses_its_middle_and_says_so() {
        assertThat(Excerpt.of("0123456789", 4)).isEqualTo("01[blackstart: 6 characters are left out here]89");
    }

    @Test
    void of_many_lines_the_last_ones_are_kept() {
        assertThat(Excerpt.end("one\ntwo\n\nthree\n\n", 3, 10, 100)).isEqualTo("two\n\nthree");
    }

    @Test
    void a_line_without_an_end_hides_no_line_before_it() {
        assertThat(Excerpt.end("no such role\n" + "A".repeat(30_000_000), 40, 16, 1000))
                .isEqualTo("no such role\nAAAAAAAA[blackstart: 29999984 characters are left out here]AAAAAAAA");
    }

    @Test
    void lines_that_are_too_many_characters_together_lose_their_start() {
        assertThat(Excerpt.end("x".repeat(9) + "\n" + "y".repeat(9), 40, 100, 12))
                .isEqualTo("[blackstart: 7 characters are left out here]xx\nyyyyyyyyy");
    }

    @Test
    void no_character_is_cut_in_two() {
        String faces = "\uD83D\uDE00".repeat(9);
        assertThat(Excerpt.of(faces, 6)).startsWith("\uD83D\uDE00[").endsWith("]\uD83D\uDE00\uD83D\uDE00");
        assertThat(Excerpt.end(faces, 1, 6, 100)).doesNotContain("\uFFFD");
    }
}
