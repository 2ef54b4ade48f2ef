package dev.blackstart.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Hints about files of a store that open to whom nobody knows, that hold no secret any more, or that lie elsewhere. */
class TheHintsOfFilesTest extends FollowedHints {
    private static final String BOTH = "hosting-login: Alice Bob";

    @Test
    @Follows("hidden-recipient")
    void a_hidden_recipient_is_one_of_the_list_or_none() {
        own.encrypt(
                login,
                "--recipient",
                own.fingerprint("alice"),
                "--hidden-recipient",
                own.fingerprint("dave"),
                "--encrypt");

        follow("hidden-recipient");

        isMended();
        opens(BOTH);
    }

    @Test
    @Follows("passphrase")
    void a_passphrase_opens_it_no_more() {
        String[] arguments = to("alice", "bob");
        arguments[arguments.length - 1] = "--symmetric";
        gnupg.encrypt(
                login,
                RecipientDriftTest.concat(RecipientDriftTest.concat(arguments, "--encrypt"), "--passphrase=of-a-test"));

        follow("passphrase");

        isMended();
        opens(BOTH);
    }

    @Test
    void what_cannot_be_decrypted_is_not_replaced_by_nothing() throws IOException {
        gnupg.encrypt(login, "--symmetric", "--passphrase=of-another-test");
        byte[] before = Files.readAllBytes(login);
        String command = command("passphrase");

        try {
            sh("GNUPGHOME=" + Files.createDirectory(directory.resolve("nobody")) + " " + command);
            throw new AssertionError("it could be decrypted");
        } catch (IllegalStateException e) {
            assertThat(Files.readAllBytes(login)).isEqualTo(before);
        }
    }

    @Test
    @Follows("plaintext-file")
    void a_file_that_is_not_encrypted_becomes_a_secret_of_its_folder() throws IOException {
        own.pass(store, "init", "--path=ops", own.fingerprint("carol"));
        Files.writeString(store.resolve("ops/to do.txt"), "call the bank\n");

        follow("plaintext-file");

        isMended();
        opens(BOTH, "ops/to do.txt: Carol");
        assertThat(own.run("env", "PASSWORD_STORE_DIR=" + store, "pass", "show", "ops/to do.txt"))
                .isEqualTo("call the bank\n");
    }

    @Test
    @Follows({"not-encrypted", "no-openpgp", "empty-file", "truncated"})
    void what_is_of_no_use_is_written_anew_for_whom_the_list_names() throws IOException {
        byte[] whole = Files.readAllBytes(login);
        Files.write(store.resolve("truncated.gpg"), Arrays.copyOf(whole, whole.length - 10));
        Files.createFile(store.resolve("empty-file.gpg"));
        Files.writeString(store.resolve("no-openpgp.gpg"), "hello\n");
        own.gpg("--output", store.resolve("not-encrypted.gpg").toString(), "--store", "/dev/null");

        for (String code : List.of("truncated", "empty-file", "no-openpgp", "not-encrypted")) {
            follow(code);
            isGone(code);
        }

        isMended();
        opens(
                "empty-file: Alice Bob",
                BOTH,
                "no-openpgp: Alice Bob",
                "not-encrypted: Alice Bob",
                "truncated: Alice Bob");
    }

    @Test
    @Follows({"link-loop", "link-dangling"})
    void links_to_nowhere_are_removed() throws IOException {
        Files.createSymbolicLink(store.resolve("round.gpg"), Path.of("round.gpg"));
        Files.createSymbolicLink(store.resolve("gone.gpg"), Path.of("nothing.gpg"));

        follow("link-loop");
        follow("link-dangling");

        isMended();
        opens(BOTH);
    }

    @Test
    @Follows("link-out")
    void what_a_link_leads_to_is_read_once_it_is_named_too() throws IOException {
        Path other = directory.resolve("other");
        own.pass(other, "init", own.fingerprint("dave"));
        own.pass(other, "insert", "--multiline", "mail-login");
        Files.createSymbolicLink(store.resolve("team"), other);

        assertThat(command("link-out")).isEqualTo("--store " + other.toRealPath());
        stores = List.of(store, other);

        isMended();
        opens(BOTH, "mail-login: Dave");
    }

    @Test
    @Follows("unreadable")
    void a_directory_in_a_files_place_is_renamed() throws IOException {
        Files.createDirectory(store.resolve("mail-login.gpg"));
        assertThat(finding("unreadable").hint()).startsWith("Rename the directory");

        Files.move(store.resolve("mail-login.gpg"), store.resolve("mail-login"));

        isMended();
        opens(BOTH);
    }

    @Test
    @Follows("nothing-found")
    void a_password_store_is_named() throws IOException {
        stores = List.of(Files.createDirectory(directory.resolve("empty")));
        finding("nothing-found");

        stores = List.of(store);

        isMended();
    }
}
