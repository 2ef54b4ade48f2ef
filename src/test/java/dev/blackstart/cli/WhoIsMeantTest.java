package dev.blackstart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.testing.Gnupg;
import dev.blackstart.testing.RealTools;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A store that alice and a person with a comma in the user id open. */
@RealTools
class WhoIsMeantTest {
    private static final String JANE = "Doe, Jane <jane@example.org>";

    @TempDir
    static Path directory;

    private static Gnupg gnupg;
    private static Path store;
    private static Path keys;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void make(Gnupg shared) throws Exception {
        gnupg = shared.copy();
        gnupg.gpg("--quick-generate-key", JANE, "future-default", "default", "never");
        store = directory.resolve("store");
        keys = directory.resolve("keys.gpg");
        gnupg.pass(store, "init", gnupg.fingerprint("alice"), gnupg.fingerprint("jane"));
        gnupg.pass(store, "insert", "--multiline", "hosting-login");
        gnupg.export(keys, "alice", "bob", "jane");
    }

    @AfterAll
    static void close() throws Exception {
        gnupg.close();
    }

    private int without(String... typed) {
        return ask(List.of(), typed);
    }

    private int ask(List<String> more, String... typed) {
        List<String> arguments =
                new ArrayList<>(List.of("access", "--store", store.toString(), "--keys", keys.toString()));
        for (String text : typed) {
            arguments.addAll(List.of("--without", text));
        }
        arguments.addAll(more);
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments.toArray(String[]::new));
    }

    @Test
    void a_person_with_a_comma_can_be_named_alone_and_beside_others() {
        assertThat(without(JANE)).isZero();
        assertThat(out.toString())
                .startsWith("Without Doe, Jane <jane@example.org>, every secret can still be opened.");

        assertThat(without("Alice <alice@example.org>," + JANE)).isZero();
        assertThat(without(JANE + ", Alice <alice@example.org>")).isZero();
        assertThat(out.toString().split("hosting-login cannot be opened", -1)).hasSize(3);
    }

    @Test
    void an_address_a_real_name_a_fingerprint_and_a_key_id_mean_the_person() {
        String fingerprint = gnupg.fingerprint("jane");
        for (String text : List.of(
                "jane@example.org",
                "JANE@example.org",
                "<jane@example.org>",
                "doe, jane",
                fingerprint,
                "0x" + fingerprint.toLowerCase(java.util.Locale.ROOT),
                fingerprint.substring(24),
                fingerprint.substring(32),
                gnupg.subkey("jane"))) {
            assertThat(without(text, "alice@example.org")).as(text + err).isZero();
        }
        assertThat(out.toString().split("hosting-login cannot be opened", -1)).hasSize(10);
    }

    @Test
    void keys_of_a_documented_person_mean_the_person() throws Exception {
        Path inventory = directory.resolve("secrets.yaml");
        Files.writeString(inventory, """
                people:
                  alice: { keys: [%s] }
                  jane: { keys: [jane@example.org] }
                stores: { pass: { kind: openpgp, path: store, openedBy: { anyOf: [alice, jane] } } }
                secrets: { hosting-login: { purpose: orders servers, store: pass } }
                """.formatted(gnupg.fingerprint("alice")));

        assertThat(ask(List.of(inventory.toString()), "alice@example.org", gnupg.fingerprint("jane")))
                .isZero();
        assertThat(out.toString()).startsWith("Without alice and jane, hosting-login cannot be opened.");
    }

    @Test
    void documents_alone_know_the_keys_that_they_name() throws Exception {
        Path inventory = Files.createDirectory(directory.resolve("documents")).resolve("secrets.yaml");
        Files.writeString(inventory, """
                people:
                  alice: { keys: [%s, "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"] }
                  bob: { keys: [bob@example.org] }
                stores: { pass: { kind: openpgp, path: store, openedBy: { anyOf: [alice, bob] } } }
                secrets: { hosting-login: { purpose: orders servers, store: pass } }
                """.formatted(gnupg.fingerprint("alice")));
        String id = gnupg.fingerprint("alice").substring(24);
        for (String alice : List.of(id, "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")) {
            CommandLine line = Main.commandLine();
            line.setOut(new PrintWriter(out, true));
            assertThat(line.execute("access", inventory.toString(), "--without", "Bob@example.org," + alice))
                    .isZero();
        }
        assertThat(out.toString().split("Without bob and alice, hosting-login cannot be opened.", -1))
                .hasSize(3);
    }

    @Test
    void somebody_who_is_not_known_is_bad_usage() {
        assertThat(without("alice@example.org,bob@example.org")).isEqualTo(64);
        assertThat(err.toString()).contains("unknown person \"bob@example.org\"", "these are known: Alice <");
        assertThat(without("Ali")).isEqualTo(64);
        assertThat(without("")).isEqualTo(64);
    }
}
