package dev.blackstart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.blackstart.testing.Gnupg;
import dev.blackstart.testing.RealTools;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Anybody can make a key whose user id moves a cursor, and a file whose name does: none of it is sent on. */
@RealTools
class HostileNamesTest {
    private static final String EVE = "Eve \u001b[31m\u202E\u2066\u0007\u009b\uffff</svg>&\"<b>|`x` <eve@example.org>";

    @TempDir
    static Path directory;

    private static Gnupg gnupg;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void make(Gnupg shared) throws Exception {
        gnupg = shared.copy();
        gnupg.gpg("--quick-generate-key", EVE, "future-default", "default", "never");
        Path store = directory.resolve("my store");
        gnupg.pass(store, "init", gnupg.fingerprint("eve"));
        gnupg.pass(store, "insert", "--multiline", "login");
        for (String name : List.of("new\nline", "<b>|x`y`", "a,b", "\u001b]0;title\u0007", "50% #1?", "\u202Egpj")) {
            Files.copy(store.resolve("login.gpg"), store.resolve(name + ".gpg"));
        }
        Files.writeString(store.resolve("broken file.gpg"), "x");
        gnupg.export(directory.resolve("keys.gpg"), "eve", "alice");
    }

    @AfterAll
    static void close() throws Exception {
        gnupg.close();
    }

    private String access(String... more) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        String[] arguments = new String[more.length + 5];
        System.arraycopy(
                new String[] {
                    "access",
                    "--store",
                    directory.resolve("my store").toString(),
                    "--keys",
                    directory.resolve("keys.gpg").toString()
                },
                0,
                arguments,
                0,
                5);
        System.arraycopy(more, 0, arguments, 5, more.length);
        line.execute(arguments);
        return out.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "json", "md", "dot", "svg", "sarif"})
    void no_format_sends_what_cannot_be_seen(String format) {
        assertThat(access("--format", format))
                .containsIgnoringCase("eve")
                .doesNotContainPattern("[\\p{Cc}\\p{Cf}\\uFFFF&&[^\n]]");
    }

    @Test
    void a_picture_is_well_formed_whatever_people_and_files_are_called() throws Exception {
        String text = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(access("--format", "svg").getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement()
                .getTextContent();

        assertThat(text).contains("Eve [31m", "<b>|x`y`");
    }

    @Test
    void json_still_has_every_character() throws Exception {
        JsonNode answer = new ObjectMapper().readTree(access("--format", "json"));

        assertThat(answer.at("/people/0").asText()).isEqualTo(EVE);
    }

    @Test
    void a_mistyped_person_is_not_answered_with_what_moves_the_cursor() {
        access("--without", "nobody\u001b[2J");

        assertThat(err.toString())
                .contains("unknown person", "Eve")
                .doesNotContainPattern("[\\p{Cc}\\p{Cf}\\uFFFF&&[^\n]]");
    }

    @Test
    void sarif_has_valid_references_of_which_dots_stay() throws Exception {
        JsonNode results =
                new ObjectMapper().readTree(access("--format", "sarif")).at("/runs/0/results");

        assertThat(results).isNotEmpty().allSatisfy(result -> {
            String uri = result.at("/locations/0/physicalLocation/artifactLocation/uri")
                    .asText();
            assertThat(uri).contains("my%20store/").startsWith("file:///");
            assertThat(Path.of(new URI(uri)).getParent()).isEqualTo(directory.resolve("my store"));
        });
    }
}
