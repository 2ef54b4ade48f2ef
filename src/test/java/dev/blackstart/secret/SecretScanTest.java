package dev.blackstart.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretScanTest {
    private static final String VALUE = "p\u00e4ssword-of-the-database";
    private final SecretScan scan = SecretScan.of(List.of(Secret.of("database-password", VALUE)));

    @Test
    void each_leak_is_listed_with_its_place_and_form_and_without_the_value() {
        List<Leak> leaks = scan.text("stdout", "abc " + VALUE + " " + Encoding.BASE64.of("xx" + VALUE));
        assertThat(leaks)
                .containsExactly(
                        new Leak("database-password", "plain", "stdout", 4),
                        new Leak("database-password", "base64", "stdout", 4 + VALUE.length() + 1 + 3));
        assertThat(leaks.toString()).doesNotContain(VALUE);
    }

    @Test
    void bytes_are_searched_as_they_are() {
        byte[] bytes = ("<" + VALUE + ">").getBytes(UTF_8);
        assertThat(scan.bytes("inspect", bytes)).containsExactly(new Leak("database-password", "plain", "inspect", 1));
    }

    @Test
    void a_tree_is_searched_to_its_last_file_and_name(@TempDir Path reports) throws IOException {
        Path clean = Files.createDirectories(reports.resolve("run")).resolve("report.md");
        Files.writeString(clean, "all is well");
        Path journal = reports.resolve("run/journal.jsonl");
        Files.writeString(journal, " ".repeat(70_000) + HexFormat.of().formatHex(VALUE.getBytes(UTF_8)));
        Files.writeString(reports.resolve(VALUE), "");

        assertThat(scan.tree(reports))
                .extracting(Leak::form, Leak::where)
                .containsExactlyInAnyOrder(
                        tuple("hex", journal.toString()), tuple("plain", "a file name in " + reports));
    }

    @Test
    void what_a_redactor_let_through_holds_no_secret() {
        Redactor redactor = Redactor.of(List.of(Secret.of("database-password", VALUE)));
        for (Encoding encoding : Encoding.values()) {
            String text = "a " + encoding.of(VALUE) + " z";
            assertThat(scan.text("raw", text)).as(encoding.name()).isNotEmpty();
            assertThat(scan.text("redacted", redactor.redact(text))).isEmpty();
        }
    }
}
