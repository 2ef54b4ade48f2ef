package dev.blackstart.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class WrapTest {
    @Test
    void a_line_ends_between_words() {
        assertThat(Wrap.lines("the newest backup-passphrase is lost", 18))
                .containsExactly("the newest", "backup-passphrase", "is lost");
    }

    @Test
    void a_word_that_is_too_long_stays_whole() {
        assertThat(Wrap.lines("see environments/snowdrift/runbooks now", 10))
                .containsExactly("see", "environments/snowdrift/runbooks", "now");
    }

    @Test
    void a_command_stays_whole_as_half_of_it_would_be_another_one() {
        assertThat(Wrap.lines("Then run `pass init -p ops ALICE BOB`, and see.", 20))
                .containsExactly("Then run", "`pass init -p ops ALICE BOB`,", "and see.");
        assertThat(Wrap.lines("a lone ` is a word like others", 10))
                .containsExactly("a lone `", "is a word", "like", "others");
    }

    @Test
    void nothing_is_one_empty_line() {
        assertThat(Wrap.lines(" ", 10)).containsExactly("");
    }

    @Test
    void wide_characters_take_two_columns() {
        assertThat(Wrap.lines("\u5fa9\u65e7 \u624b\u9806 abc", 9)).containsExactly("\u5fa9\u65e7 \u624b\u9806", "abc");
        assertThat(Wrap.lines("\u5fa9\u65e7 \u624b\u9806 abc", 8)).containsExactly("\u5fa9\u65e7", "\u624b\u9806 abc");
    }

    @Test
    void marks_on_a_letter_take_none() {
        assertThat(TextWidth.of("e\u0301te\u0301")).isEqualTo(3);
    }

    @Test
    void what_follows_a_head_stands_below_its_beginning() {
        Lines lines = new Lines(Ansi.OFF, 20);
        lines.hanging("  HINT: ", "mend the broken page");

        assertThat(lines.text().lines()).containsExactly("  HINT: mend the", "        broken page");
    }

    @Test
    void columns_stay_columns_under_wide_characters() {
        Lines lines = new Lines(Ansi.OFF, 30);
        lines.row("", new int[] {12, 10}, "\u5fa9\u65e7", "one");
        lines.row("", new int[] {12, 10}, "page", "two words more");

        assertThat(lines.text().lines())
                .containsExactly("\u5fa9\u65e7        one", "page        two words", "            more");
    }

    @Test
    void what_is_cut_says_so_within_the_width() {
        assertThat(TextWidth.cut("abcdef", 6)).isEqualTo("abcdef");
        assertThat(TextWidth.cut("abcdefg", 6)).isEqualTo("abcde\u2026");
        assertThat(TextWidth.cut("\u5fa9\u65e7\u624b\u9806", 6)).isEqualTo("\u5fa9\u65e7\u2026");
    }
}
