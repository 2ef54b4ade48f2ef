package dev.blackstart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.testing.Gnupg;
import dev.blackstart.testing.RealTools;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@RealTools
class AccessOfArtefactsTest {
    @TempDir
    Path directory;

    Path store;
    Path keys;
    private final StringWriter out = new StringWriter();

    @BeforeEach
    void make_a_store_for_alice_and_bob(Gnupg gnupg) throws Exception {
        store = directory.resolve("store");
        keys = directory.resolve("keys.gpg");
        gnupg.pass(store, "init", gnupg.fingerprint("alice"), gnupg.fingerprint("bob"));
        gnupg.pass(store, "insert", "--multiline", "hosting-login");
        gnupg.export(keys, "alice", "bob", "carol");
    }

    @Test
    void a_store_alone_is_answered_without_any_yaml() {
        assertThat(access()).isZero();
        assertThat(out.toString())
                .startsWith("Lose Alice")
                .contains("2           1: any one of Alice", "hosting-login")
                .doesNotContain("Not everything");
    }

    @Test
    void a_new_admin_who_cannot_open_a_file_is_found(Gnupg gnupg) throws Exception {
        Files.writeString(
                store.resolve(".gpg-id"),
                String.join(
                        "\n", gnupg.fingerprint("alice"), gnupg.fingerprint("bob"), gnupg.fingerprint("carol"), ""));

        assertThat(access()).isEqualTo(1);
        assertThat(out.toString()).contains("error  missing-recipient  ", "hosting-login.gpg:1", "  HINT: ");
    }

    @Test
    void one_broken_file_is_named_and_the_rest_is_answered() throws Exception {
        Files.writeString(store.resolve("broken.gpg"), "not a message\n");

        assertThat(access()).isEqualTo(1);
        assertThat(out.toString())
                .startsWith("Not everything could be told")
                .contains("2 secrets, the weakest first", "not known", "broken.gpg:1")
                .doesNotContain("Nobody can open");
    }

    @Test
    void who_left_and_who_came_stand_first_in_words_and_in_the_picture(Gnupg gnupg) throws Exception {
        gnupg.export(keys, "alice", "bob", "dave");
        gnupg.encrypt(
                store.resolve("hosting-login.gpg"),
                "--recipient",
                gnupg.fingerprint("alice"),
                "--recipient",
                gnupg.fingerprint("dave"),
                "--encrypt");

        assertThat(access()).isEqualTo(1);
        assertThat(out.toString()).startsWith("""
                Dave <dave@example.org> still opens 1 secret, and no list or document names them for it:
                hosting-login.
                Bob <bob@example.org> cannot open 1 secret, although a list or document names them: hosting-login.
                """);
        out.getBuffer().setLength(0);
        access("--format", "svg");
        assertThat(out.toString()).contains("still opens to Dave", "still opens 1 secret", "bus factor 1 without");
        out.getBuffer().setLength(0);
        access("--format", "md");
        assertThat(out.toString()).contains("a bus factor of 1 if only those opened it who should");
    }

    @Test
    void a_bus_factor_below_the_wanted_one_fails() {
        assertThat(access("--at-least", "2")).isZero();
        assertThat(access("--at-least", "3")).isEqualTo(1);
    }

    private int access(String... more) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        String[] arguments = new String[more.length + 5];
        System.arraycopy(
                new String[] {"access", "--store", store.toString(), "--keys", keys.toString()}, 0, arguments, 0, 5);
        System.arraycopy(more, 0, arguments, 5, more.length);
        return line.execute(arguments);
    }

    @Test
    void a_copy_in_a_store_of_what_lies_in_a_vault_is_named_in_the_first_sentences() throws Exception {
        Files.writeString(directory.resolve("secrets.yaml"), """
                people:
                  alice: { keys: [alice@example.org] }
                  bob: { keys: [bob@example.org] }
                stores:
                  pass: { kind: openpgp, path: store, openedBy: { anyOf: [alice, bob] } }
                  vault: { kind: openbao, service: v, shares: { quorum: 2, of: [alice, bob] } }
                secrets:
                  other: { purpose: x, store: pass }
                  hosting-login: { purpose: x, store: vault }
                """);

        access(directory.toString());

        String first = out.toString().substring(0, out.toString().indexOf("the weakest first"));
        assertThat(first.replaceAll("\\s+", " "))
                .contains(
                        "hosting-login.gpg: alice or bob can open this copy of hosting-login alone;",
                        "says that it lies in vault, opened by all of alice, bob.");
    }
}
