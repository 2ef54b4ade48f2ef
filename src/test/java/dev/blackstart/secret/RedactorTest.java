package dev.blackstart.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RedactorTest {
    private final Redactor redactor =
            Redactor.of(List.of(Secret.of("password", "hunter2-hunter2"), Secret.of("token", "sk_test_4711")));

    @Test
    void a_value_is_replaced_by_its_name() {
        assertThat(redactor.redact("login hunter2-hunter2 failed, sk_test_4711sk_test_4711"))
                .isEqualTo("login [secret:password] failed, [secret:token][secret:token]");
    }

    @Test
    void a_stream_passes_on_at_once_what_cannot_become_a_value() {
        RedactedText stream = redactor.text();
        assertThat(stream.write("starting\nlogin hunter2-")).isEqualTo("starting\nlogin ");
        assertThat(stream.write("hunted\n")).isEqualTo("hunter2-hunted\n");
        assertThat(stream.write("login hunter2-hun")).isEqualTo("login ");
        assertThat(stream.write("ter2")).isEmpty();
        assertThat(stream.write(" failed\nsk_")).isEqualTo("[secret:password] failed\n");
        assertThat(stream.finish()).isEqualTo("sk_");
    }

    @Test
    void a_value_shorter_than_six_characters_is_refused_by_name() {
        assertThatThrownBy(() -> redactor.with(List.of(Secret.of("pin", "12 345\n"))))
                .isInstanceOf(UnhideableSecretException.class)
                .hasMessageStartingWith("the value of secret 'pin' has fewer than 6 characters")
                .hasMessageNotContaining("12 345");
    }

    @Test
    void an_extended_redactor_hides_the_old_and_the_new() {
        Redactor more = redactor.with(List.of(Secret.of("session", "abcdef123456")));
        assertThat(more.redact("sk_test_4711 abcdef123456")).isEqualTo("[secret:token] [secret:session]");
        assertThat(redactor.redact("abcdef123456")).isEqualTo("abcdef123456");
    }

    @Test
    void nothing_to_hide_changes_nothing() {
        assertThat(Redactor.none().redact("anything\n")).isEqualTo("anything\n");
    }

    @Test
    void a_line_end_that_a_file_has_and_a_shell_drops_makes_no_difference() {
        Redactor file = Redactor.of(List.of(Secret.of("file", "abcdef123456\n")));
        assertThat(file.redact("x abcdef123456 y")).isEqualTo("x [secret:file] y");
        assertThat(file.redact(Base64.getEncoder().encodeToString("abcdef123456".getBytes(UTF_8))))
                .isEqualTo("[secret:file]");
    }

    @Test
    void each_long_line_of_a_key_is_hidden_on_its_own_and_public_lines_are_not() {
        String key = pem("PRIVATE KEY");
        String certificate = pem("CERTIFICATE");
        Redactor keys = Redactor.of(List.of(Secret.of("tls", key + certificate)));

        String first = key.lines().skip(1).findFirst().orElseThrow();
        assertThat(keys.redact("$ sed -n 2p key\n" + first + "\n")).isEqualTo("$ sed -n 2p key\n[secret:tls]\n");
        assertThat(keys.redact("-----BEGIN PRIVATE KEY-----")).isEqualTo("-----BEGIN PRIVATE KEY-----");
        assertThat(keys.redact(certificate)).isEqualTo(certificate);
        assertThat(keys.redact(key)).isEqualTo("[secret:tls]\n");
        assertThat(keys.redact(key.replace("\n", "\r\n    ")))
                .startsWith("[secret:tls]")
                .hasSizeLessThan(22);
        String body = key.lines().filter(line -> !line.startsWith("-")).collect(Collectors.joining());
        assertThat(keys.redact("{\"key\":\"" + body + "\"}")).isEqualTo("{\"key\":\"[secret:tls]\"}");
        assertThat(keys.redact(Base64.getMimeEncoder().encodeToString(key.getBytes(UTF_8))))
                .startsWith("[secret:tls]");
    }

    @Test
    void a_wide_gap_ends_a_value_so_that_no_stream_is_held_back_for_ever() {
        RedactedText stream = redactor.text();
        stream.write("sk_");
        assertThat(stream.write(" ".repeat(Sieve.WIDEST_GAP + 1))).startsWith("sk_");
    }

    @Test
    void binary_values_are_hidden_in_binary_streams() {
        byte[] value = new byte[32];
        new SecureRandom().nextBytes(value);
        value[0] = value[31] = 'x'; // a blank at an edge belongs to the text around it
        RedactedBytes stream = Redactor.of(List.of(Secret.of("aes", value))).bytes();
        byte[] passed = stream.write(value);
        byte[] rest = stream.finish();
        assertThat(new String(passed, UTF_8) + new String(rest, UTF_8)).isEqualTo("[secret:aes]");
    }

    private static String pem(String label) {
        byte[] der = new byte[120];
        new SecureRandom().nextBytes(der);
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END " + label + "-----\n";
    }
}
