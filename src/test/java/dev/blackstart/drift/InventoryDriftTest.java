package dev.blackstart.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.artefact.Artefacts;
import dev.blackstart.artefact.Artefacts.Sources;
import dev.blackstart.definition.AccessFormula.ByPerson;
import dev.blackstart.definition.AccessFormula.Quorum;
import dev.blackstart.finding.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A store against the inventory of the shop, whose secrets alice, bob and carol can open. */
class InventoryDriftTest extends DriftFixture {
    private final Documents documents = new Documents();

    @BeforeEach
    void keysOfPeople() throws IOException {
        gnupg.pass(store, "init", gnupg.fingerprint("alice"), gnupg.fingerprint("bob"), gnupg.fingerprint("carol"));
        for (String secret : List.of("offsite-login", "backup-passphrase", "mail-login")) {
            Files.copy(login, store.resolve(secret + ".gpg"));
        }
        documents.keys("alice", gnupg.fingerprint("alice"));
        documents.keys("bob", "bob@example.org");
        documents.keys("carol", gnupg.fingerprint("carol"));
    }

    private DriftAnswer compared() throws IOException {
        return Drift.of(Artefacts.read(sources()), Optional.of(documents.read(directory)), Instant.now());
    }

    private List<String> differences() throws IOException {
        return briefly(compared());
    }

    /** Lines of the shop's inventory are no matter of these tests. */
    private List<String> briefly(DriftAnswer answer) {
        return found(answer).stream()
                .map(text -> text.replaceAll("secrets\\.yaml:[0-9]+", "secrets.yaml:N"))
                .toList();
    }

    @Test
    void whoever_opens_it_alone_where_the_inventory_asks_for_more_is_found() throws IOException {
        assertThat(differences())
                .containsExactly(
                        "wider-than-documented store/backup-passphrase.gpg:1: carol can open the file alone;"
                                + " secrets.yaml:N says: all of (any one of alice, bob), whoever opens hosting-login",
                        "wider-than-documented store/mail-login.gpg:1: alice or bob can open the file alone;"
                                + " secrets.yaml:N says: carol",
                        "wider-than-documented store/offsite-login.gpg:1: alice or bob or carol can open the file alone;"
                                + " secrets.yaml:N says: any 2 of alice, bob, carol");
    }

    @Test
    void people_take_the_place_of_their_keys() throws IOException {
        assertThat(compared().files().get(0).opened())
                .isInstanceOfSatisfying(
                        Quorum.class,
                        any -> assertThat(any.of())
                                .map(part -> ((ByPerson) part).person())
                                .containsExactlyInAnyOrder("alice", "bob", "carol"));
    }

    @Test
    void a_documented_person_who_cannot_open_the_file_is_found() throws IOException {
        gnupg.encrypt(login, to("alice", "carol"));

        assertThat(differences())
                .contains("person-cannot-open store/hosting-login.gpg:1: bob cannot open the file, although"
                        + " secrets.yaml:N says so");
    }

    @Test
    void somebody_who_is_in_no_document_any_more_is_found() throws IOException {
        gnupg.encrypt(login, to("alice", "bob", "carol", "dave"));

        assertThat(differences())
                .contains(
                        "recipient-undocumented store/hosting-login.gpg:1: opens to Dave <dave@example.org>, whom the inventory does not name",
                        "extra-recipient store/hosting-login.gpg:1: still encrypted to Dave <dave@example.org>, whom store/.gpg-id does not name");
    }

    @Test
    void a_key_that_nobody_knows_may_be_anybody_s() throws IOException {
        gnupg.export(keys, "alice", "carol");

        assertThat(differences())
                .anyMatch(found -> found.startsWith("key-unknown "))
                .noneMatch(found -> found.startsWith("person-cannot-open ") || found.startsWith("recipient-undoc"));
        assertThat(compared().files().get(0).untold())
                .singleElement()
                .asString()
                .endsWith(", which is in no keyring");
    }

    @Test
    void a_documented_secret_that_the_store_lacks_is_found() throws IOException {
        Files.delete(login);

        assertThat(differences())
                .contains("secret-not-in-store secrets.yaml:N: the store store holds no readable file for the secret"
                        + " \"hosting-login\"");
    }

    @Test
    void a_secret_may_lie_below_a_directory_of_the_store() throws IOException {
        Files.createDirectory(store.resolve("web"));
        Files.move(login, store.resolve("web/hosting-login.gpg"));

        assertThat(differences())
                .noneMatch(found -> found.contains("hosting-login.gpg") || found.startsWith("secret-not"));
    }

    @Test
    void a_secret_is_found_in_the_file_that_it_says() throws IOException {
        Files.createDirectories(store.resolve("web"));
        Files.move(store.resolve("mail-login.gpg"), store.resolve("web/Mail A.gpg"));
        documents.replace(
                "    purpose: lets the shop send mail\n",
                "    purpose: lets the shop send mail\n    file: web/Mail A\n");

        assertThat(differences()).noneMatch(found -> found.startsWith("secret-not") || found.startsWith("file-"));
    }

    @Test
    void letters_and_accents_are_the_same_name_however_they_are_composed() throws IOException {
        Files.move(store.resolve("mail-login.gpg"), store.resolve("ju\u0308rgen.gpg"));
        documents.replace(
                "    purpose: lets the shop send mail\n",
                "    purpose: lets the shop send mail\n    file: j\u00fcrgen\n");

        assertThat(differences()).noneMatch(found -> found.startsWith("secret-not") || found.startsWith("file-"));
    }

    @Test
    void a_file_that_no_document_names_is_found() throws IOException {
        Files.copy(login, store.resolve("twitter.gpg"));

        assertThat(differences()).contains("file-undocumented store/twitter.gpg:1: no document names this secret");
    }

    @Test
    void a_person_without_a_documented_key_cannot_be_compared() throws IOException {
        documents.keys("bob", "");

        DriftAnswer answer = compared();

        assertThat(briefly(answer))
                .contains("person-without-key secrets.yaml:N: no key of bob is documented, so nothing can be told about"
                        + " what bob really opens");
        assertThat(answer.findings())
                .filteredOn(finding -> finding.code() == DriftCode.PERSON_WITHOUT_KEY)
                .map(Finding::hint)
                .containsExactly(
                        "Let bob say which key is theirs, and add it: `keys: [" + gnupg.fingerprint("bob") + "]`.");
        assertThat(Finding.allTold(answer.findings())).isFalse();
    }

    @Test
    void a_store_that_the_inventory_does_not_know_is_said_to_be_left_out() throws IOException {
        Path other = directory.resolve("other");
        gnupg.pass(other, "init", gnupg.fingerprint("alice"));
        gnupg.pass(other, "insert", "--multiline", "thing");
        Sources both =
                new Sources(List.of(store, other), List.of(), List.of(), List.of(), List.of(keys), Optional.empty());

        DriftAnswer answer = Drift.of(Artefacts.read(both), Optional.of(documents.read(directory)), Instant.now());

        assertThat(found(answer))
                .contains(
                        "not-compared other:1: the inventory has no store at this path, so it was not compared with one");
    }

    @Test
    void a_key_on_a_server_that_no_document_names_is_found_and_one_that_is_missing() throws IOException {
        Map<String, String> ssh = AuthorizedKeysTest.generate(gnupg, directory, "alice", "mallory", "carol");
        documents.keys("alice", ssh.getOrDefault("alice", ""));
        documents.keys("carol", ssh.getOrDefault("carol", ""));
        Path server = directory.resolve("authorized_keys");
        Files.writeString(
                server,
                "# admins\nfrom=\"10.0.0.0/8,::1\",no-pty " + Files.readString(directory.resolve("alice.pub"))
                        + Files.readString(directory.resolve("mallory.pub")));
        Sources sources = new Sources(List.of(), List.of(), List.of(), List.of(server), List.of(), Optional.empty());

        DriftAnswer answer = Drift.of(Artefacts.read(sources), Optional.of(documents.read(directory)), Instant.now());

        assertThat(briefly(answer))
                .containsExactly(
                        "authorized-undocumented authorized_keys:3: no document names this key: ssh-ed25519 %s (mallory@laptop)"
                                .formatted(ssh.get("mallory")),
                        "authorized-missing secrets.yaml:N: no documented key of carol may log in by authorized_keys");
    }
}
