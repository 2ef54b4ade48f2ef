package dev.blackstart.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.definition.DocumentedSecret.Kept;
import dev.blackstart.finding.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesOfRealStoresTest {
    @TempDir
    Path directory;

    private Definitions read(String person, String secrets) throws IOException {
        Files.writeString(directory.resolve("secrets.yaml"), """
                people: { %s: {} }
                stores: { pass: { kind: openpgp, path: store, openedBy: %s }, safe: { kind: openpgp, path: safe, openedBy: %s } }
                secrets:
                %s
                """.formatted(person, person, person, secrets));
        return DefinitionReader.readDocuments(directory);
    }

    private DocumentedSecret only(String secret) throws IOException {
        Definitions read = read("alice", "  " + secret);
        assertThat(read.problems()).map(Finding::render).isEmpty();
        return read.environments()
                .get(0)
                .inventory()
                .secrets()
                .values()
                .iterator()
                .next();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "github.com",
                "web/site",
                "AWS_root",
                "jörg@example.org",
                "c++",
                "bank (old)",
                "AT&T",
                "東京/サーバ",
                "a b",
                "_x",
                "2fa"
            })
    void secrets_and_people_are_called_as_everywhere_else(String name) throws IOException {
        Definitions read = read('"' + name + '"', "  \"%s\": { purpose: x, store: pass }".formatted(name));

        assertThat(read.problems()).map(Finding::render).isEmpty();
        assertThat(read.environments().get(0).inventory().secrets()).containsOnlyKeys(name);
        assertThat(read.environments().get(0).inventory().people()).containsOnlyKeys(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/web", "web/", "web//site", " web", "web ", "\\u202Ebew", "a\\u001b[2Jb", "", "a\\nb", "a\\n"})
    void what_would_not_be_seen_or_found_again_is_one_fault_with_a_hint(String name) throws IOException {
        List<Finding> problems = read("alice", "  \"%s\": { purpose: x, store: pass }".formatted(name))
                .problems();

        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).message())
                .startsWith("expected a name in which every character can be seen, with no space or slash at its ends");
        assertThat(problems.get(0).hint()).contains("`web/github.com`");
    }

    @Test
    void a_secret_may_say_what_its_store_calls_it_and_a_copy_too() throws IOException {
        DocumentedSecret secret = only("github: { purpose: x, store: pass, file: web/github.com,"
                + " copies: [{ store: safe, file: github-of-ours }] }");

        assertThat(secret.kept()).map(Kept::file).containsExactly("web/github.com", "github-of-ours");
        assertThat(secret.in("safe")).map(Kept::file).contains("github-of-ours");
    }

    @Test
    void a_copy_is_called_as_in_the_secret_s_own_store_unless_it_says_otherwise() throws IOException {
        DocumentedSecret secret =
                only("github: { purpose: x, store: pass, file: web/github.com.gpg, copies: [{ store: safe }] }");

        assertThat(secret.kept()).map(Kept::file).containsExactly("web/github.com", "web/github.com");
    }
}
