package dev.blackstart.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.blackstart.artefact.Artefacts.Sources;
import dev.blackstart.definition.AccessFormula;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A folder or a file of a store, several stores, stores within each other, links to them. */
class StorePartsTest extends DriftFixture {
    private List<Path> given = List.of();

    @BeforeEach
    void make_folders_with_and_without_a_list() {
        gnupg.pass(store, "insert", "--multiline", "web/site");
        gnupg.pass(store, "init", "--path=ops", gnupg.fingerprint("carol"));
        gnupg.pass(store, "insert", "--multiline", "ops/deep/er/db");
    }

    @Override
    Sources sources() {
        return new Sources(given, List.of(), List.of(), List.of(), List.of(keys), Optional.empty());
    }

    private void given(Path... paths) {
        given = List.of(paths);
    }

    private Stream<String> secrets() {
        return drift().files().stream().map(FileAccess::name);
    }

    @Test
    void lists_are_looked_for_upwards_to_where_the_store_begins() {
        for (String part : List.of("web", "web/site.gpg", "ops/deep", "ops/deep/er/db.gpg")) {
            given(store.resolve(part));

            assertThat(found(drift())).as(part).isEmpty();
        }
    }

    @Test
    void secrets_have_the_names_that_pass_has_for_them() {
        given(store.resolve("ops/deep"));

        assertThat(secrets()).containsExactly("ops/deep/er/db");
    }

    @Test
    void who_is_missing_is_found_in_a_part_too() throws IOException {
        gpgId(gnupg.fingerprint("alice"), gnupg.fingerprint("bob"), "dave@example.org");
        given(store.resolve("web"));

        finds("missing-recipient store/web/site.gpg:1: Dave <dave@example.org> cannot open the file, although"
                + " store/.gpg-id:3 names them");
    }

    @Test
    void a_directory_above_the_repository_of_a_store_is_no_part_of_it() throws IOException {
        Files.writeString(directory.resolve(".gpg-id"), "dave@example.org\n");
        Files.createDirectory(store.resolve(".git"));
        Path inner = Files.createDirectory(directory.resolve("inner"));
        gnupg.encrypt(inner.resolve("other.gpg"), to("alice"));
        given(store.resolve("web"));
        finds();

        given(inner);
        assertThat(found(drift())).hasSize(2).allMatch(finding -> finding.contains("inner/other.gpg"));
    }

    @Test
    void stores_within_each_other_are_counted_once() {
        given(store, store.resolve("ops"), store.resolve("web/site.gpg"));

        assertThat(secrets()).containsExactlyInAnyOrder("hosting-login", "web/site", "ops/deep/er/db");
        finds();
    }

    @Test
    void a_store_that_is_given_twice_is_read_once_whatever_it_is_called() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("link"), store);
        given(store, link, store.resolve("../store"));

        assertThat(secrets()).hasSize(3);
        finds();

        given(link);
        assertThat(secrets()).containsExactlyInAnyOrder("hosting-login", "web/site", "ops/deep/er/db");
        finds();
    }

    @Test
    void a_link_to_a_store_that_is_given_too_leads_nowhere_else() throws IOException {
        Path other = directory.resolve("other");
        gnupg.pass(other, "init", gnupg.fingerprint("dave"));
        gnupg.pass(other, "insert", "--multiline", "mail-login");
        Files.createSymbolicLink(store.resolve("team"), other);
        given(store);
        assertThat(found(drift())).singleElement().asString().startsWith("link-out store/team:1");

        given(store, other);
        finds();
        assertThat(secrets()).hasSize(4);
    }

    @Test
    void a_link_to_a_secret_of_another_folder_has_the_recipients_of_that_folder() throws IOException {
        Files.createSymbolicLink(store.resolve("db.gpg"), Path.of("ops/deep/er/db.gpg"));
        given(store);

        finds();
    }

    @Test
    void a_list_that_cannot_be_read_is_not_replaced_by_a_higher_one() throws IOException {
        Files.write(store.resolve("ops/.gpg-id"), new byte[] {(byte) 0xff, '\n'});
        given(store);

        assertThat(found(drift())).singleElement().asString().startsWith("unreadable store/ops/.gpg-id:1");
    }

    @Test
    void a_secret_whose_name_has_another_ending_is_read_as_what_it_is() throws IOException {
        Files.copy(login, store.resolve("hosting-login.gpg.bak"));
        gnupg.encrypt(store.resolve("old.txt"), RecipientDriftTest.concat(to("alice", "bob"), "--armor"));
        gnupg.run("age-keygen", "-o", directory.resolve("key.txt").toString());
        String recipient = gnupg.run(
                        "age-keygen", "-y", directory.resolve("key.txt").toString())
                .strip();
        gnupg.run("age", "-r", recipient, "-o", store.resolve("note").toString());
        Files.write(store.resolve("noise"), new byte[] {(byte) 0x85, 1, 2, 3, 4});
        Files.writeString(store.resolve("how-to.txt"), "Paste what begins with\n-----BEGIN PGP MESSAGE-----\n");
        gpgId(gnupg.fingerprint("alice"));
        given(store);

        assertThat(secrets()).contains("hosting-login.gpg.bak", "old.txt", "note");
        assertThat(found(drift()))
                .contains(
                        "extra-recipient store/hosting-login.gpg.bak:1: still encrypted to Bob <bob@example.org>, whom"
                                + " store/.gpg-id does not name",
                        "extra-recipient store/old.txt:1: still encrypted to Bob <bob@example.org>, whom store/.gpg-id"
                                + " does not name",
                        "plaintext-file store/noise:1: a file that is not encrypted lies in the store",
                        "plaintext-file store/how-to.txt:1: a file that is not encrypted lies in the store");
    }

    @Test
    void the_copies_of_a_key_of_git_crypt_are_one_secret() throws IOException {
        Path repository = Files.createDirectory(directory.resolve("repository"));
        Files.writeString(repository.resolve("main.tf"), "resource\n");
        copies(repository.resolve(".git-crypt/keys/default/0"), "alice", "bob", "carol");
        copies(repository.resolve(".git-crypt/keys/money/0"), "alice", "dave");
        copies(repository.resolve(".git-crypt/keys/money/1"), "carol");

        for (Path named : List.of(repository, repository.resolve(".git-crypt"))) {
            given(named);
            finds();
            assertThat(drift().files())
                    .extracting(file -> file.name().replace(".git-crypt/", ""), file -> opened(file.opened()))
                    .containsExactly(tuple("keys/default", "1 of 3"), tuple("keys/money", "1 of 1"));
        }
    }

    private void copies(Path version, String... people) throws IOException {
        Files.createDirectories(version);
        for (String person : people) {
            gnupg.encrypt(version.resolve(gnupg.fingerprint(person) + ".gpg"), to(person));
        }
    }

    private static String opened(AccessFormula formula) {
        return "%d of %d"
                .formatted(
                        ((AccessFormula.Quorum) formula).quorum(),
                        formula.people().size());
    }
}
