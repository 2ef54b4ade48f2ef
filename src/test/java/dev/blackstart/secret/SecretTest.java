package dev.blackstart.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecretTest {
    private final Secret secret = Secret.of("database-password", "correct horse");

    @Test
    void it_shows_its_name_and_never_its_value() {
        assertThat(secret).hasToString("Secret[database-password]");
        assertThat(Optional.of(List.of(secret)).toString()).doesNotContain("correct");
    }

    @Test
    void it_gives_its_value_away_only_when_asked_to() {
        assertThat(secret.reveal()).isEqualTo("correct horse");
        assertThat(secret.revealBytes()).asString().isEqualTo("correct horse");
    }

    @Test
    void it_equals_a_secret_with_the_same_name_and_value_only() {
        assertThat(secret)
                .isEqualTo(Secret.of("database-password", "correct horse".getBytes(UTF_8)))
                .hasSameHashCodeAs(Secret.of("database-password", "correct horse"))
                .isNotEqualTo(Secret.of("database-password", "correct hors"))
                .isNotEqualTo(Secret.of("session-key", "correct horse"))
                .isNotEqualTo("correct horse");
    }

    @Test
    void it_matches_exactly_its_value() {
        assertThat(secret.matches("correct horse")).isTrue();
        assertThat(secret.matches("correct horse\n")).isFalse();
        assertThat(secret.matches("")).isFalse();
    }

    @Test
    void its_bytes_cannot_be_changed_from_outside() {
        byte[] given = {1, 2, 3};
        Secret bytes = Secret.of("key", given);
        given[0] = 9;
        bytes.revealBytes()[1] = 9;
        assertThat(bytes.revealBytes()).containsExactly(1, 2, 3);
    }

    @Test
    void a_name_that_could_break_a_report_is_refused() {
        assertThatThrownBy(() -> Secret.of("a]b", "value")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Secret.of("", "value")).isInstanceOf(IllegalArgumentException.class);
    }
}
