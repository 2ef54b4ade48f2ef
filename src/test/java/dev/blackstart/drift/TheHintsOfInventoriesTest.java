package dev.blackstart.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.artefact.Artefacts;
import dev.blackstart.definition.DefinitionReader;
import dev.blackstart.definition.Definitions;
import dev.blackstart.definition.Inventory;
import dev.blackstart.finding.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hints about a store and an inventory, in which alice and bob open what lies in the store unless a test says otherwise. */
class TheHintsOfInventoriesTest extends FollowedHints {
    private String people = "";
    private String more = "";
    private String secrets = "";

    @BeforeEach
    void document() {
        people = "{ alice: { keys: [%s] }, bob: { keys: [bob@example.org] }, carol: { keys: [%s] } }"
                .formatted(gnupg.fingerprint("alice"), gnupg.fingerprint("carol"));
        secret("hosting-login", "store: pass");
    }

    /** Writes down a secret; what was written of it is forgotten. */
    private void secret(String name, String says) {
        secrets = secrets.lines()
                .filter(line -> !line.startsWith("  " + name + ":"))
                .reduce("", (lines, line) -> lines + line + "\n");
        secrets += "  %s: { purpose: x, %s }%n".formatted(name, says);
    }

    private Inventory inventory() {
        try {
            Files.writeString(directory.resolve("secrets.yaml"), """
                    people: %s
                    stores:
                      pass: { kind: openpgp, path: store, openedBy: { anyOf: [alice, bob] } }
                    %ssecrets:
                    %s""".formatted(people, more, secrets));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Definitions read = DefinitionReader.readDocuments(directory);
        assertThat(read.problems()).map(Finding::render).isEmpty();
        return read.environments().get(0).inventory();
    }

    @Override
    DriftAnswer drift() {
        return Drift.of(Artefacts.read(sources()), Optional.of(inventory()), now);
    }

    /** Gives what the hint quotes, of the quote with this number. */
    private String quoted(String code, int number) {
        List<String> quoted = Pattern.compile("`([^`]+)`")
                .matcher(finding(code).hint())
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
        assertThat(quoted).as(finding(code).hint()).hasSizeGreaterThan(number);
        return quoted.get(number);
    }

    @Test
    @Follows("person-cannot-open")
    void whoever_is_to_open_everything_is_named_in_the_list_and_opens_it() {
        secret("hosting-login", "store: pass, openedBy: { anyOf: [alice, bob, carol] }");

        sh(quoted("person-cannot-open", 1));

        isMended();
        opens("hosting-login: alice bob carol");
    }

    @Test
    void whoever_is_to_open_one_file_of_a_list_opens_no_other_by_it() {
        own.pass(store, "insert", "--multiline", "bank login");
        secret("bank login", "store: pass");
        secret("hosting-login", "store: pass, openedBy: { anyOf: [alice, bob, carol] }");

        String file = quoted("person-cannot-open", 2);
        sh(quoted("person-cannot-open", 1));
        secret("hosting-login", "store: pass, openedBy: { anyOf: [alice, bob, carol] }, " + file);

        isMended();
        opens("bank login: alice bob", "hosting-login/hosting-login: alice bob carol");
    }

    @Test
    void whom_the_list_names_already_the_file_is_encrypted_to_anew() throws IOException {
        secret("hosting-login", "store: pass, openedBy: { anyOf: [alice, bob, carol] }");
        gpgId("alice@example.org", "bob@example.org", "carol@example.org");

        sh(quoted("person-cannot-open", 1));

        isMended();
        opens("hosting-login: alice bob carol");
    }

    @Test
    void of_a_part_of_a_store_nobody_can_tell_what_its_list_is_for() {
        own.pass(store, "insert", "--multiline", "ops/bank-login");
        secret("bank-login", "store: pass, openedBy: { anyOf: [alice, bob, carol] }");
        stores = List.of(store.resolve("ops"));

        assertThat(finding("person-cannot-open").hint()).contains("give it a folder of its own");
    }

    @Test
    @Follows("recipient-undocumented")
    void whoever_left_is_taken_out_of_the_list_and_opens_nothing_of_it_any_more() {
        own.pass(store, "init", own.fingerprint("alice"), own.fingerprint("bob"), own.fingerprint("dave"));
        own.pass(store, "init", "-p", "ops", own.fingerprint("alice"), own.fingerprint("carol"));
        own.pass(store, "insert", "--multiline", "ops/db");
        secret("ops/db", "store: pass, openedBy: { anyOf: [alice, carol] }");

        sh(quoted("recipient-undocumented", 1));

        isMended();
        opens("hosting-login: alice bob", "ops/db: alice carol");
    }

    @Test
    void whoever_left_and_is_in_no_list_any_more_opens_the_file_no_more() throws IOException {
        own.pass(store, "init", own.fingerprint("alice"), own.fingerprint("bob"), own.fingerprint("dave"));
        gpgId("alice@example.org", "bob@example.org");

        sh(quoted("recipient-undocumented", 1));

        isMended();
        opens("hosting-login: alice bob");
    }

    @Test
    void a_second_key_of_somebody_is_written_down() {
        own.pass(store, "init", own.fingerprint("alice"), own.fingerprint("bob"), own.fingerprint("dave"));
        String key = finding("recipient-undocumented").hint().replaceFirst(".*`keys`: ([0-9A-F]+);.*", "$1");
        people = people.replace("[bob@example.org]", "[bob@example.org, " + key + "]");

        isMended();
        opens("hosting-login: alice bob");
    }

    @Test
    @Follows("wider-than-documented")
    void what_is_wider_by_intent_is_written_down() {
        secret("hosting-login", "store: pass, openedBy: { quorum: 2, of: [alice, bob, carol] }");

        secret("hosting-login", "store: pass, " + quoted("wider-than-documented", 0));

        isMended();
        opens("hosting-login: alice bob");
    }

    @Test
    void a_copy_that_undoes_a_quorum_is_deleted() throws IOException {
        more = "  vault: { kind: openbao, service: v, shares: { quorum: 2, of: [alice, bob, carol] } }\n";
        secret("root", "store: vault");
        Files.copy(login, store.resolve("root.gpg"));
        assertThat(finding("wider-than-documented").hint()).contains("See that vault holds it, delete the file");

        Files.delete(finding("wider-than-documented").place().file());

        isGone("wider-than-documented");
        opens("hosting-login: alice bob");
    }

    @Test
    @Follows("person-without-key")
    void a_person_has_the_key_that_they_say_is_theirs() {
        people = people.replace("bob: { keys: [bob@example.org] }", "bob: {}");

        people = people.replace("bob: {}", "bob: { " + quoted("person-without-key", 0) + " }");

        isMended();
        opens("hosting-login: alice bob");
    }

    @Test
    @Follows("secret-not-in-store")
    void a_secret_that_is_missing_is_written_for_whom_the_inventory_says() {
        secret("bank-login", "store: pass");
        assertThat(finding("secret-not-in-store").hint())
                .contains("where it opens to nobody but any one of alice, bob:");

        sh("PASSWORD_STORE_DIR=" + store + " " + quoted("secret-not-in-store", 2));

        isMended();
        opens("bank-login: alice bob", "hosting-login: alice bob");
    }

    @Test
    void a_secret_that_is_called_otherwise_says_so() throws IOException {
        Files.move(login, store.resolve("Hoster A.gpg"));
        String file = quoted("secret-not-in-store", 0).replace("NAME", "Hoster A");

        secret("hosting-login", "store: pass, " + file);

        isMended();
    }

    @Test
    @Follows("file-undocumented")
    void a_file_is_documented_as_it_is_called_with_those_who_open_it() throws IOException {
        Files.createDirectory(store.resolve("web"));
        Files.copy(login, store.resolve("web/\"Grüße\": a, b {c}.gpg"));

        secrets += "  " + quoted("file-undocumented", 0) + "\n";

        isMended();
        assertThat(inventory().secrets()).containsKey("web/\"Grüße\": a, b {c}");
    }

    @Test
    void a_file_whose_name_cannot_be_seen_gets_another_one_first() throws IOException {
        Path file = Files.copy(login, store.resolve("a\u202Eb.gpg"));
        assertThat(finding("file-undocumented").hint())
                .startsWith("Give the file a name in which every character can be seen");

        Files.move(file, store.resolve("a-b.gpg"));
        secrets += "  " + quoted("file-undocumented", 0) + "\n";

        isMended();
    }

    @Test
    @Follows({"not-compared", "not-asked"})
    void stores_are_found_by_the_name_of_their_directory() throws IOException {
        more = "  safe: { kind: openpgp, path: safe, openedBy: alice }\n";
        secret("thing", "store: safe");
        assertThat(finding("not-asked").hint()).contains("`--store DIR`");
        Path safe = directory.resolve("box");
        own.pass(safe, "init", own.fingerprint("alice"));
        own.pass(safe, "insert", "--multiline", "thing");

        stores = List.of(store, safe);
        assertThat(finding("not-compared").hint()).contains("the `path` whose last part is the name of the directory");
        more = more.replace("path: safe", "path: box");

        isMended();
        opens("hosting-login: alice bob", "thing: alice");
    }
}
