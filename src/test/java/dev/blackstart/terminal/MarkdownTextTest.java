package dev.blackstart.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTextTest {
    @Test
    void nothing_in_a_text_becomes_markup() {
        assertThat(MarkdownText.escaped("<b>|`x`*_ [a](b)\n# new @everybody & \\"))
                .isEqualTo("&lt;b>\\|\\`x\\`\\*\\_ \\[a\\](b) \\# new \\@everybody &amp; \\\\");
    }

    @Test
    void code_ends_where_it_was_meant_to() {
        assertThat(MarkdownText.code("a`b\u001b|c")).isEqualTo("`a'b |c`");
        assertThat(MarkdownText.codeInTable("a|b")).isEqualTo("`a\\|b`");
    }
}
