package dev.blackstart.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.finding.Finding;
import dev.blackstart.testing.Gnupg;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is broken is named, and the rest is still answered. */
class BrokenFilesTest extends DriftFixture {
    private Path other() {
        return store.resolve("other.gpg");
    }

    @AfterEach
    void the_sound_file_is_still_answered() {
        assertThat(drift().files()).anySatisfy(file -> {
            assertThat(file.name()).isEqualTo("hosting-login");
            assertThat(file.untold()).isEmpty();
        });
    }

    private void incomplete(String finding) {
        DriftAnswer answer = drift();
        assertThat(found(answer)).containsExactly(finding);
        assertThat(Finding.allTold(answer.findings())).isFalse();
    }

    @Test
    void a_truncated_file() throws IOException {
        byte[] whole = Files.readAllBytes(login);
        for (int length : new int[] {1, 5, 60, whole.length - 1}) {
            Files.write(other(), Arrays.copyOf(whole, length));
            incomplete("truncated store/other.gpg:1: the file is truncated: its end is missing");
        }
    }

    @Test
    void a_truncated_armor() throws IOException {
        gnupg.encrypt(other(), RecipientDriftTest.concat(to("alice", "bob"), "--armor"));
        byte[] whole = Files.readAllBytes(other());
        Files.write(other(), Arrays.copyOf(whole, whole.length - 60));

        incomplete("truncated store/other.gpg:1: the file is truncated: its end is missing");
    }

    @Test
    void an_empty_file() throws IOException {
        Files.createFile(other());

        incomplete("empty-file store/other.gpg:1: the file is empty");
    }

    @Test
    void a_file_that_is_no_openpgp_message() throws IOException {
        Files.writeString(other(), "password: hunter2\n");

        incomplete("no-openpgp store/other.gpg:1: the file is no OpenPGP message: no OpenPGP packet begins at byte 0");
    }

    @Test
    void a_key_in_the_place_of_a_message() {
        gnupg.export(other(), "alice");

        incomplete(
                "no-openpgp store/other.gpg:1: the file is no OpenPGP message: a packet of type 6 where a recipient or"
                        + " encrypted data belongs");
    }

    @Test
    void a_message_that_is_packed_but_not_encrypted() {
        gnupg.encrypt(other(), "--store");

        finds("not-encrypted store/other.gpg:1: the OpenPGP message is not encrypted: everybody can read it");
    }

    @Test
    void a_recipient_with_an_unknown_algorithm() throws IOException {
        Files.copy(login, other());
        Gnupg.patch(other(), 11, 99); // two bytes of header, version, key id, and then the algorithm

        DriftAnswer answer = drift();

        assertThat(found(answer))
                .singleElement()
                .asString()
                .startsWith("unknown-algorithm store/other.gpg:1: a recipient with an unknown algorithm 99: key ");
        assertThat(Finding.allTold(answer.findings())).isFalse();
    }

    @Test
    void a_directory_in_the_place_of_a_file() throws IOException {
        Files.createDirectory(other());

        incomplete("unreadable store/other.gpg:1: a directory stands where a file belongs");
    }

    @Test
    void a_pipe_is_not_waited_for() {
        gnupg.run("mkfifo", other().toString());

        incomplete("unreadable store/other.gpg:1: not a regular file");
    }

    @Test
    void a_link_to_nothing() throws IOException {
        Files.createSymbolicLink(other(), Path.of("absent.gpg"));

        incomplete("link-dangling store/other.gpg:1: the link leads to nothing");
    }

    @Test
    void links_in_a_circle() throws IOException {
        Files.createSymbolicLink(other(), Path.of("other.gpg"));
        Files.createDirectory(store.resolve("team"));
        Files.createSymbolicLink(store.resolve("team/up"), Path.of(".."));

        assertThat(found(drift()))
                .containsExactly(
                        "link-loop store/other.gpg:1: the link leads in a circle",
                        "link-loop store/team/up:1: the link leads in a circle");
    }

    @Test
    void a_link_out_of_the_store_is_not_followed() throws IOException {
        Path outside = Files.createDirectory(directory.resolve("outside"));
        Files.copy(login, outside.resolve("mail-login.gpg"));
        Files.createSymbolicLink(other(), outside.resolve("mail-login.gpg"));
        Files.createSymbolicLink(store.resolve("team"), outside);

        assertThat(found(drift()))
                .containsExactly(
                        "link-out store/other.gpg:1: the link leads out of the store, to outside/mail-login.gpg",
                        "link-out store/team:1: the link leads out of the store, to outside");
        assertThat(drift().files()).hasSize(1);
    }

    @Test
    void a_link_inside_is_another_name_of_the_file() throws IOException {
        Files.createSymbolicLink(other(), Path.of("hosting-login.gpg"));

        finds();
        assertThat(drift().files()).map(FileAccess::name).containsExactly("hosting-login", "other");
    }

    @Test
    void a_plaintext_file_but_neither_git_nor_a_readme() throws IOException {
        Files.createDirectories(store.resolve(".git"));
        Files.writeString(store.resolve(".git/config"), "");
        Files.writeString(store.resolve(".gitattributes"), "*.gpg diff=gpg\n");
        Files.writeString(store.resolve("README.md"), "ours\n");
        Files.writeString(store.resolve("passwords.txt"), "hunter2\n");

        finds("plaintext-file store/passwords.txt:1: a file that is not encrypted lies in the store");
    }

    @Test
    void a_list_that_cannot_be_read() throws IOException {
        Files.createDirectory(store.resolve("team"));
        Files.createDirectory(store.resolve("team/.gpg-id"));

        incomplete("unreadable store/team/.gpg-id:1: a directory stands where a file belongs");
    }
}
