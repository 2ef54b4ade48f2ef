package dev.blackstart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.blackstart.testing.Gnupg;
import dev.blackstart.testing.RealTools;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** A store that bob has left, and to which carol came, while its files are still as they were. */
@RealTools
class OnePersonTest {
    @TempDir
    static Path directory;

    private static Gnupg gnupg;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void make(Gnupg shared) throws Exception {
        gnupg = shared;
        Path store = directory.resolve("store");
        gnupg.pass(store, "init", gnupg.fingerprint("alice"), gnupg.fingerprint("bob"));
        for (int i = 1; i <= 9; i++) {
            gnupg.pass(store, "insert", "--multiline", "login-" + i);
        }
        Files.writeString(
                store.resolve(".gpg-id"), gnupg.fingerprint("alice") + "\n" + gnupg.fingerprint("carol") + "\n");
        gnupg.pass(store, "insert", "--multiline", "new");
        gnupg.export(directory.resolve("keys.gpg"), "alice", "bob", "carol");
        Files.writeString(directory.resolve("secrets.yaml"), """
                people:
                  alice: { keys: [alice@example.org] }
                  bob: { keys: [bob@example.org] }
                  carol: { keys: [carol@example.org] }
                stores:
                  pass: { kind: openpgp, path: store, openedBy: { anyOf: [alice, carol] } }
                  vault: { kind: openbao, service: v, shares: { quorum: 2, of: [alice, carol, { secret: login-1 }] } }
                secrets:
                  login-1: { purpose: x, store: pass }
                  root: { purpose: x, store: vault }
                """);
    }

    private String ask(String... more) {
        List<String> arguments = new ArrayList<>(List.of("access"));
        arguments.addAll(List.of(more));
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        line.execute(arguments.toArray(String[]::new));
        return out.toString();
    }

    private String askStore(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--store",
                directory.resolve("store").toString(),
                "--keys",
                directory.resolve("keys.gpg").toString()));
        arguments.addAll(List.of(more));
        return ask(arguments.toArray(String[]::new));
    }

    @Test
    void of_who_left_everything_that_must_be_changed_is_listed_first_and_nothing_is_cut_off() {
        String answer = askStore("--person", "bob@example.org");

        assertThat(answer)
                .startsWith("Bob <bob@example.org> opens 9 secrets, and is not to: change them, once they are closed.")
                .contains("login-1", "login-9", "not named by", "store/.gpg-id", gnupg.fingerprint("bob"))
                .doesNotContain("closed      new");
        assertThat(answer.lines().filter(line -> line.startsWith("change "))).hasSize(9);
    }

    @Test
    void of_who_came_everything_that_is_still_closed_is_listed() {
        assertThat(askStore("--person", gnupg.fingerprint("carol")))
                .startsWith("Carol <carol@example.org> is to open 9 secrets and cannot.")
                .contains("closed      login-9", "named by", "alone       new");
    }

    @Test
    void the_inventory_says_who_is_to_open_it_too() {
        assertThat(askStore("--person", "bob", directory.resolve("secrets.yaml").toString()))
                .contains("secrets.yaml:9");
        out.getBuffer().setLength(0);
        assertThat(askStore(
                        "--person", "carol", directory.resolve("secrets.yaml").toString()))
                .contains("named by", "secrets.yaml:9");
    }

    @Test
    void documents_tell_what_is_opened_alone_through_other_secrets_and_with_others() {
        assertThat(ask("--person", "carol", directory.resolve("secrets.yaml").toString())
                        .replaceAll("\\s+", " "))
                .startsWith("carol opens 2 secrets alone. ")
                .contains("alone root by way of login-1 in pass (carol), then root in vault (carol with login-1)");
    }

    @Test
    void everybody_with_whom_it_opens_is_named() throws Exception {
        String people = "p1, p2, p3, p4, p5, p6, p7, p8, p9";
        Path inventory = Files.createDirectories(directory.resolve("many")).resolve("secrets.yaml");
        Files.writeString(inventory, """
                people: { a: {}, %s: {} }
                stores: { pass: { kind: openpgp, path: store, openedBy: { allOf: [a, { anyOf: [%s] }] } } }
                secrets: { login: { purpose: x, store: pass } }
                """.formatted(people.replace(",", ": {},"), people));

        assertThat(ask("--person", "a", inventory.toString()).replaceAll("\\s+", " "))
                .contains("with 1: any one of p1, p2, p3, p4, p5, p6, p7, p8 and p9");
    }

    @Test
    void json_and_a_page_say_the_same() throws Exception {
        JsonNode person = new ObjectMapper().readTree(askStore("--person", "bob@example.org", "--format", "json"));
        out.getBuffer().setLength(0);

        assertThat(person.at("/person/alone")).hasSize(9);
        assertThat(person.at("/person/alone/0/keys/0").asText()).isEqualTo(gnupg.fingerprint("bob"));
        assertThat(person.at("/person/alone/0/against/0").asText()).endsWith(".gpg-id");
        assertThat(askStore("--person", "bob@example.org", "--format", "md"))
                .contains("- Bob &lt;bob\\@example.org> opens 9 secrets, and is not to", "| **change** | `login-9` |");
    }

    @Test
    void somebody_unknown_and_two_questions_at_once_are_bad_usage() {
        askStore("--person", "dave@example.org");
        askStore("--person", "bob@example.org", "--without", "alice@example.org");

        assertThat(err.toString())
                .contains(
                        "unknown person \"dave@example.org\"",
                        "--person and --without are two questions",
                        "HINT: ask one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "json", "md", "dot", "svg", "sarif"})
    void every_format_says_which_store_was_not_asked(String format) {
        assertThat(askStore(directory.resolve("secrets.yaml").toString(), "--format", format))
                .containsIgnoringCase("not asked: 1 secret of the store vault");
    }
}
