package dev.blackstart.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.artefact.Artefacts;
import dev.blackstart.artefact.Artefacts.Sources;
import dev.blackstart.definition.DefinitionReader;
import dev.blackstart.definition.Inventory;
import dev.blackstart.finding.Finding;
import dev.blackstart.testing.Gnupg;
import dev.blackstart.testing.RealTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of the real age: SSH keys are named in them, others only counted. */
@RealTools
class AgeDriftTest {
    @TempDir
    Path directory;

    private Gnupg programs;
    private Path store;
    private Path login;

    @BeforeEach
    void make(Gnupg gnupg) throws IOException {
        programs = gnupg;
        store = Files.createDirectory(directory.resolve("store"));
        login = store.resolve("login.age");
        AuthorizedKeysTest.generate(gnupg, directory, "alice", "rsa", "mallory");
    }

    private String identity(String name) {
        Path file = directory.resolve(name + ".key");
        programs.run("age-keygen", "-o", file.toString());
        return programs.run("age-keygen", "-y", file.toString()).strip();
    }

    private String ssh(String person) throws IOException {
        return Files.readString(directory.resolve(person + ".pub")).strip();
    }

    private void encrypt(String... recipients) {
        List<String> command = new ArrayList<>(List.of("age"));
        for (String recipient : recipients) {
            command.addAll(recipient.startsWith("-") ? List.of(recipient) : List.of("-r", recipient));
        }
        command.addAll(List.of("-o", login.toString()));
        programs.run(command.toArray(String[]::new));
    }

    private List<String> found() {
        return drift().findings().stream()
                .map(finding -> (finding.code().word() + " " + finding.message()).replace(directory + "/", ""))
                .toList();
    }

    private DriftAnswer drift() {
        return Drift.of(
                Artefacts.read(
                        new Sources(List.of(), List.of(), List.of(store), List.of(), List.of(), Optional.empty())),
                Optional.empty(),
                Instant.now());
    }

    @Test
    void ssh_recipients_are_compared_by_their_tags() throws IOException {
        Files.write(store.resolve(".age-recipients"), List.of(ssh("alice"), ssh("rsa")));
        encrypt(ssh("alice"), ssh("mallory"));

        assertThat(found())
                .hasSize(2)
                .anyMatch(finding -> finding.startsWith("extra-recipient still encrypted to ssh key "))
                .anyMatch(finding -> finding.startsWith("missing-recipient ssh-rsa "));
    }

    @Test
    void recipients_that_age_does_not_name_are_counted() throws IOException {
        Files.write(store.resolve(".age-recipients"), List.of("# ours", identity("one"), identity("two")));
        encrypt(identity("three"));

        assertThat(found())
                .containsExactly(
                        "recipient-count encrypted to 1 age keys that it does not name, while store/.age-recipients names 2",
                        "hidden-recipient opens to 1 key that the file does not name");
    }

    @Test
    void an_armored_file_is_read_as_a_binary_one() throws IOException {
        Files.write(store.resolve(".age-recipients"), List.of(ssh("alice")));
        encrypt(ssh("alice"), "--armor");

        assertThat(found()).isEmpty();
    }

    @Test
    void truncated_empty_and_foreign_files_are_named() throws IOException {
        Files.write(store.resolve(".age-recipients"), List.of(ssh("alice")));
        encrypt(ssh("alice"));
        Files.write(store.resolve("cut.age"), Arrays.copyOf(Files.readAllBytes(login), 50));
        Files.createFile(store.resolve("empty.age"));
        Files.writeString(store.resolve("note.age"), "hello\nworld\n");

        assertThat(found())
                .containsExactly(
                        "no-age the file is no age file: it does not begin with \"age-encryption.org/v1\"",
                        "empty-file the file is empty",
                        "truncated the file is truncated: its end is missing");
        assertThat(Finding.allTold(drift().findings())).isFalse();
    }

    @Test
    void a_store_of_kind_age_is_compared_with_the_inventory() throws IOException {
        encrypt(ssh("alice"), ssh("mallory"));
        Files.writeString(
                directory.resolve("secrets.yaml"), """
                people:
                  alice: { keys: ["%s"] }
                  mallory: { keys: ["%s"] }
                stores:
                  passage: { kind: age, path: passage, openedBy: alice }
                  pass: { kind: openpgp, path: store, openedBy: alice }
                secrets:
                  login: { purpose: x, store: passage }
                """.formatted(fingerprint("alice"), fingerprint("mallory")));
        Inventory inventory =
                DefinitionReader.readDocuments(directory).environments().get(0).inventory();

        assertThat(Drift.of(
                                Artefacts.read(new Sources(
                                        List.of(), List.of(), List.of(store), List.of(), List.of(), Optional.empty())),
                                Optional.of(inventory),
                                Instant.now())
                        .findings())
                .map(finding -> finding.code().word() + " " + finding.message())
                .contains("wider-than-documented mallory can open the file alone; %s:8 says: alice"
                        .formatted(directory.resolve("secrets.yaml")))
                .noneMatch(finding -> finding.startsWith("not-compared"));
    }

    private String fingerprint(String person) {
        return programs.run(
                        "ssh-keygen", "-lf", directory.resolve(person + ".pub").toString())
                .split(" ")[1];
    }
}
