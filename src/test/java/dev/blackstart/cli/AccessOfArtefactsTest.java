package dev.blackstart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.testing.Gnupg;
import dev.blackstart.testing.RealArtefacts;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@ExtendWith(RealArtefacts.class)
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
}
