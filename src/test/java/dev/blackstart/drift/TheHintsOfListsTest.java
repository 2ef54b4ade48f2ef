package dev.blackstart.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hints about lists of recipients and the files that they are for: the right folder, and the names of its own list. */
class TheHintsOfListsTest extends FollowedHints {
    private static final String BANK = "hosting-login: Alice Bob";

    private Path ops;

    @BeforeEach
    void make_a_folder_of_its_own() {
        own.pass(store, "init", "--path=team a/ops", own.fingerprint("alice"), own.fingerprint("carol"));
        own.pass(store, "insert", "--multiline", "team a/ops/deep/db");
        ops = store.resolve("team a/ops");
    }

    private void list(String... lines) throws IOException {
        Files.write(ops.resolve(".gpg-id"), List.of(lines));
    }

    @Test
    @Follows("missing-recipient")
    void whoever_came_opens_what_the_list_of_the_folder_is_for_and_nothing_else() throws IOException {
        list(own.fingerprint("alice"), own.fingerprint("carol"), own.fingerprint("dave"));

        follow("missing-recipient");

        isMended();
        opens(BANK, "team a/ops/deep/db: Alice Carol Dave");
        assertThat(store.resolve(".gpg-id")).content().doesNotContain(own.fingerprint("carol"));
    }

    @Test
    @Follows("extra-recipient")
    void whoever_left_opens_it_no_more_and_the_others_as_before() throws IOException {
        gpgId(own.fingerprint("alice"));

        follow("extra-recipient");

        isMended();
        opens("hosting-login: Alice", "team a/ops/deep/db: Alice Carol");
    }

    @Test
    void names_are_written_as_the_list_has_them_whatever_it_holds() throws IOException {
        list(
                "# the team",
                "Alice <alice@example.org> # since May",
                "",
                own.subkey("carol") + "!",
                "=Dave <dave@example.org>");

        follow("missing-recipient");

        isMended();
        opens(BANK, "team a/ops/deep/db: Alice Carol Dave");
    }

    @Test
    void a_name_that_is_a_command_is_not_run() throws IOException {
        list("alice@example.org", "$(touch pwned)", "'; touch pwned; '", "dave@example.org");
        String command = command("missing-recipient");

        try {
            sh(command);
        } catch (IllegalStateException e) {
            assertThat(e).hasMessageContaining("No public key");
        }

        assertThat(directory.resolve("pwned")).doesNotExist();
        assertThat(finding("missing-recipient").hint()).startsWith("First mend what is found at ");
        opens(BANK, "team a/ops/deep/db: Alice Carol");
    }

    @Test
    void a_copy_with_another_ending_is_encrypted_anew_alone() throws IOException {
        Files.copy(login, store.resolve("hosting login.gpg.bak"));
        gpgId(own.fingerprint("alice"));
        follow("extra-recipient");
        assertThat(found(drift())).singleElement().asString().contains("hosting-login.gpg:1");

        follow("extra-recipient");

        isMended();
        opens("hosting login.gpg.bak: Alice", "hosting-login: Alice", "team a/ops/deep/db: Alice Carol");
    }

    @Test
    @Follows("gpg-id-missing")
    void a_store_without_a_list_gets_one_of_those_who_open_it() throws IOException {
        Files.delete(store.resolve(".gpg-id"));

        follow("gpg-id-missing");

        isMended();
        opens(BANK, "team a/ops/deep/db: Alice Carol");
    }

    @Test
    void where_files_without_a_list_open_to_different_people_nothing_is_run() throws IOException {
        Files.delete(store.resolve(".gpg-id"));
        Files.delete(ops.resolve(".gpg-id"));

        assertThat(finding("gpg-id-missing"))
                .satisfies(finding -> assertThat(finding.place().file()).isEqualTo(login))
                .satisfies(finding -> assertThat(finding.hint()).doesNotContain("`"));

        list(own.fingerprint("alice"), own.fingerprint("carol")); // "that names who should open the files"
        follow("gpg-id-missing"); // all that is left without a list opens to the same
        isMended();
        opens(BANK, "team a/ops/deep/db: Alice Carol");
    }

    @Test
    @Follows("gpg-id-empty")
    void an_empty_list_gets_those_who_open_its_files() throws IOException {
        list("# nobody");

        follow("gpg-id-empty");

        isMended();
        opens(BANK, "team a/ops/deep/db: Alice Carol");
    }

    @Test
    @Follows("gpg-id-unknown")
    void an_unknown_entry_is_known_once_its_owners_key_is_there() throws IOException {
        own.export(keys, "alice", "bob");
        finding("gpg-id-unknown");

        own.export(keys, "alice", "bob", "carol"); // "name it with --keys FILE"

        isMended();
        opens(BANK, "team a/ops/deep/db: Alice Carol");
    }

    @Test
    @Follows("gpg-id-ambiguous")
    void an_ambiguous_entry_is_told_by_its_fingerprint() throws IOException {
        list("alice", "example.org");
        finding("gpg-id-ambiguous");

        list("alice", own.fingerprint("carol")); // "write the fingerprint of the one that is meant in its place"

        isMended();
        opens(BANK, "team a/ops/deep/db: Alice Carol");
    }
}
