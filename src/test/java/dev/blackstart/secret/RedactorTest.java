package dev.blackstart.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedactorTest {
    private final Redactor redactor =
            Redactor.of(List.of(Secret.of("password", "hunter2-hunter2"), Secret.of("token", "sk_test_4711")));

    @Test
    void a_value_is_replaced_by_its_name() {
        assertThat(redactor.redact("login hunter2-hunter2 failed, sk_test_4711sk_test_4711"))
                .isEqualTo("login [secret:password] failed, [secret:token][secret:token]");
    }

    @Test
    void a_stream_holds_back_no_more_than_a_value_or_a_part_of_it_may_need() {
        RedactedText stream = redactor.text();
        String begun = "starting with a line that is long enough for every form of every value\n";
        assertThat(stream.write(begun)).startsWith("starting with a line that is long enough");
        assertThat(begun).contains(stream.write("login hunter2"));
        assertThat(stream.write("-hunter2" + "!".repeat(60))).contains("login [secret:password]!");
        stream.finish();
        assertThat(stream.write("sk_")).isEmpty();
        assertThat(stream.finish()).isEqualTo("sk_");
    }

    @Test
    void a_part_of_a_value_is_hidden_and_what_surrounds_it_is_not() {
        assertThat(redactor.redact("LINE 1: ...ORD 'hunter2-hun...")).isEqualTo("LINE 1: ...ORD '[secret:password]...");
        assertThat(redactor.redact("hunter2")).isEqualTo("hunter2");
        assertThat(redactor.redact("HUNTER2-HUNTER2")).isEqualTo("[secret:password]");
    }

    @Test
    void ordinary_words_in_a_value_are_hidden_nowhere_else() {
        Redactor url = Redactor.of(List.of(Secret.of("url", "postgresql://snowdrift:kF9xQ2mZ7@db/snowdrift")))
                .sparing(List.of("snowdrift", "postgres", "postgresql"));
        String text = "postgresql on snowdrift: the database snowdrift is up, postgres as well";
        assertThat(url.redact(text)).isEqualTo(text);
        assertThat(url.redact("psql: postgresql://snowdrift:kF9x…")).isEqualTo("psql: postgresql://snowd[secret:url]…");
        assertThat(url.redact("…kF9xQ2mZ7@…")).isEqualTo("…[secret:url]…");
    }

    @Test
    void one_character_over_and_over_is_no_part_of_a_value() {
        Redactor zeros = Redactor.of(List.of(Secret.of("zeros", "k00000000000000000000000000000000z")));
        assertThat(zeros.redact("00000000")).isEqualTo("00000000");
        assertThat(zeros.redact("k0000000")).isEqualTo("[secret:zeros]");
        assertThat(Redactor.of(List.of(Secret.of("all", "0000000000"))).redact("0000000000"))
                .isEqualTo("[secret:all]");
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
                .as("headers may stay, in any encoding")
                .matches(
                        "LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0tLS0tC.?\\[secret:tls]A?.?o?tLS0tLUVORCBQUklWQVRFIEtFWS0tLS0tCg==");
    }

    @Test
    void the_public_half_of_a_key_is_not_hidden(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("key");
        new ProcessBuilder("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "ann", "-f", file.toString())
                .inheritIO()
                .start()
                .waitFor();
        String known = Files.readString(directory.resolve("key.pub"));
        String key = Files.readString(file);
        Redactor keys = Redactor.of(List.of(Secret.of("key", key)));

        assertThat(keys.redact(known)).isEqualTo(known);
        assertThat(keys.redact(key)).isEqualTo("[secret:key]\n");
        String seed = key.lines().skip(4).findFirst().orElseThrow().substring(10, 22);
        assertThat(keys.redact("…" + seed + "…")).isEqualTo("…[secret:key]…");
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
