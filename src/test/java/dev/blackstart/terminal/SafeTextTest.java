package dev.blackstart.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Help.Ansi;

/** What comes from files, hosts and programs never moves the cursor, and never hides what stands there. */
class SafeTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u001b[2J", // wipes the screen
                "\r", // writes over the line
                "\u009b31m", // a whole escape sequence in one character
                "\u202e", // turns the direction of what follows
                "\u200b", // is there, and cannot be seen
                "\u2028", // ends a line for some readers
                "\ud800", // half a character
            })
    void what_is_not_to_be_shown_becomes_a_space(String hostile) {
        assertThat(SafeText.plain("a" + hostile + "b")).matches("a \\S*b|a b");
        assertThat(SafeText.shown("a" + hostile + "b")).matches("a \\S*b|a b");
        assertThat(SafeText.plain("a" + hostile + "b")).doesNotMatch("(?s).*[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}].*");
    }

    @Test
    void a_text_becomes_one_line_with_single_spaces() {
        assertThat(SafeText.plain("  two\n\tlines \n")).isEqualTo("two lines");
    }

    @Test
    void a_line_that_was_laid_out_stays_laid_out() {
        assertThat(SafeText.shown("  name    \u001bvalue")).isEqualTo("  name     value");
    }

    @Test
    void lines_stay_lines() {
        assertThat(SafeText.lines("fault\u0007\n  HINT: mend it\r\n")).isEqualTo("fault \n  HINT: mend it\r\n");
    }

    @Test
    void nothing_goes_back_in_its_line() {
        assertThat(SafeText.lines("FAILED\r\u001b[2KPASSED\r\n")).isEqualTo("FAILED  [2KPASSED\r\n");
    }

    @Test
    void what_a_ci_system_would_take_for_a_command_is_none() {
        assertThat(SafeText.lines("said\n  ::error file=x::hello\n##[error]y ##vso[task.setvariable]z a::b"))
                .isEqualTo("said\n  : :error file=x::hello\n## [error]y ## vso[task.setvariable]z a::b");
        assertThat(SafeText.shown("::add-mask::x")).isEqualTo(": :add-mask::x");
        assertThat(SafeText.shown(" ".repeat(1000) + "::error::x")).endsWith(" : :error::x");
    }

    @Test
    void emoji_and_other_scripts_are_shown() {
        assertThat(SafeText.plain("\ud83d\udd11 \u9375 \u0627\u0644\u0645\u0641\u062a\u0627\u062d"))
                .isEqualTo("\ud83d\udd11 \u9375 \u0627\u0644\u0645\u0641\u062a\u0627\u062d");
    }

    @Test
    void lines_for_a_terminal_show_none_of_it_and_read_no_markup() {
        Lines lines = new Lines(Ansi.ON, 40);
        lines.spans(new Span("bold", "\u001b[2Jtitle"), Span.plain(" @|red x|@"));
        lines.line("a\u001bb");
        lines.row("", new int[] {10, 10}, "\u001bone", "two\r");

        assertThat(lines.text().lines())
                .containsExactly("\u001b[1m [2Jtitle\u001b[21m\u001b[0m @|red x|@", "a b", "one       two");
    }
}
