package dev.blackstart.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ByteTextTest {
    @Test
    void a_text_is_itself() {
        assertThat(ByteText.ofHex("6772c3bc6e0a")).isEqualTo("grün\n");
    }

    @Test
    void what_is_no_text_stays_apart_from_everything_else_that_is_none() {
        assertThat(ByteText.ofHex("61ff")).isEqualTo("a\\xff");
        assertThat(ByteText.ofHex("c3bcfe")).isEqualTo("\\xc3\\xbc\\xfe");
    }
}
