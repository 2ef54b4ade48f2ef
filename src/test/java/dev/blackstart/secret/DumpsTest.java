package dev.blackstart.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What real tools print of a value, which begins in the middle of their lines. */
class DumpsTest {
    private final String value = value();
    private final Redactor redactor = Redactor.of(List.of(Secret.of("NAME", value)));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cat",
                "od",
                "od -c",
                "od -b",
                "od -x",
                "od -a -c",
                "od -tx1",
                "od -An -tx1",
                "od -An -c",
                "od -A x -t x1z",
                "od -A d -t x1z -v",
                "od -tx2",
                "od -tx4",
                "od -tx8",
                "od -w8 -tx1",
                "od -An -tx1 | tr -d ' \\n'",
                "base32",
                "base32 -w0",
                "base64 -w7",
                "fold -w5",
                "rev | rev",
                "tr a-z A-Z",
                "xxd",
                "xxd -p",
                "xxd -i",
                "xxd -g1",
                "xxd -g4",
                "xxd -c8",
                "xxd -b",
                "hexdump",
                "hexdump -C",
                "hexdump -c",
                "hexdump -b",
                "hd",
                "sed 's/./&:/g' | tr -d : | od -An -tx1 | tr ' ' ':'"
            })
    void nothing_of_it_is_left(String tool) throws Exception {
        assumeTrue(run("command -v " + tool.split(" ")[0], "").contains("/"), tool);
        String shown = run(tool, "of snowdrift: " + value + " and the rest of the line");

        String redacted = redactor.redact(shown);

        assertThat(redacted).contains("[secret:NAME]");
        for (int from = 0; from + 4 <= value.length(); from++) {
            String part = value.substring(from, from + 4);
            assertThat(redacted).doesNotContain(part);
            assertThat(redacted.replace(" ", "")).doesNotContain(HexFormat.of().formatHex(part.getBytes(UTF_8)));
        }
    }

    @Test
    void dumps_of_anything_else_stay() throws Exception {
        for (String tool : List.of("od -c", "od -tx1", "od", "od -A x -t x1z")) {
            String shown = run(tool, "nothing that is a secret, over and over again\n");
            assertThat(redactor.redact(shown)).isEqualTo(shown);
        }
    }

    @Test
    void a_dump_keeps_its_addresses() throws Exception {
        String shown = run("od -A x -t x1z", "of snowdrift: " + value);
        assertThat(redactor.redact(shown).lines())
                .hasSameSizeAs(shown.lines().toList())
                .allMatch(line -> line.matches("0000[0-9a-f]{2}( .*)?"));
    }

    @Test
    void a_text_without_an_end_is_read_in_one_go() {
        String much = "0123456789abcdef ".repeat(100_000);
        assertThat(redactor.redact(much)).isEqualTo(much);
    }

    private static String run(String tool, String input) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("bash", "-c", tool)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(UTF_8));
        } catch (IOException e) {
            // it reads nothing
        }
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        return out;
    }

    private static String value() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
