package dev.blackstart.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.artefact.Artefacts;
import dev.blackstart.artefact.Artefacts.Sources;
import dev.blackstart.finding.Finding;
import dev.blackstart.testing.Gnupg;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys that cannot be used any more, or never could; each test changes a keyring of its own. */
class KeyStateTest extends DriftFixture {
    private Gnupg own;

    @BeforeEach
    void copy() throws IOException {
        own = gnupg.copy();
    }

    @AfterEach
    void end() throws IOException {
        own.close();
    }

    @Test
    void a_revoked_key_is_found_where_it_is_named_and_where_it_still_opens() throws IOException {
        revoke("bob");

        assertThat(found(drift()))
                .containsExactly(
                        "key-revoked store/.gpg-id:2: the key of Bob <bob@example.org> is revoked: nothing can be encrypted to it any more",
                        "key-revoked store/hosting-login.gpg:1: the key of Bob <bob@example.org> is revoked: its part %s still opens this file"
                                .formatted(gnupg.subkey("bob")));
    }

    @Test
    void a_revocation_counts_although_the_store_keeps_an_older_copy_of_the_key() throws IOException {
        Files.createDirectory(store.resolve(".public-keys"));
        gnupg.export(store.resolve(".public-keys/bob"), "bob");
        revoke("bob");

        assertThat(found(drift())).hasSize(2).allMatch(finding -> finding.startsWith("key-revoked"));
    }

    @Test
    void a_key_without_a_part_for_encryption_is_unusable() throws IOException {
        own.gpg("--quick-generate-key", "Erin <erin@example.org>", "ed25519", "sign", "never");
        own.export(keys, "alice", "bob", "erin");
        gpgId(gnupg.fingerprint("alice"), gnupg.fingerprint("bob"), "erin@example.org");

        assertThat(found(drift()))
                .contains(
                        "key-unusable store/.gpg-id:3: nothing can be encrypted to the key of Erin <erin@example.org>:"
                                + " it has no part for that");
    }

    @Test
    void a_key_with_an_unknown_algorithm_is_said_and_the_others_are_still_read() throws IOException {
        Path bob = own.export(directory.resolve("bob.gpg"), "bob");
        byte[] bytes = Files.readAllBytes(bob);
        Gnupg.patch(bob, offsetOfSubkeyAlgorithm(bytes), 99);
        own.export(keys, "alice");
        Path both = Files.createDirectory(directory.resolve("keys"));
        Files.move(keys, both.resolve("alice.gpg"));
        Files.move(bob, both.resolve("bob.gpg"));
        keys = both;

        List<String> found = found(drift());

        assertThat(found).anyMatch(finding -> finding.startsWith("key-unknown store/hosting-login.gpg:1: key "));
        assertThat(found).noneMatch(finding -> finding.contains("Alice"));
        assertThat(Finding.allTold(drift().findings())).isFalse();
    }

    @Test
    void a_disabled_key_is_said_and_the_keyring_is_read_without_an_agent() {
        own.run("sh", "-c", "printf 'disable\\nsave\\n' | gpg --batch --command-fd 0 --edit-key bob@example.org");
        own.endAgent();

        DriftAnswer answer = Drift.of(
                Artefacts.read(new Sources(
                        List.of(store), List.of(), List.of(), List.of(), List.of(), Optional.of(own.home()))),
                Optional.empty(),
                Instant.now());

        assertThat(found(answer))
                .containsExactly(
                        "key-disabled store/.gpg-id:2: the key of Bob <bob@example.org> is disabled in the keyring");
        assertThat(own.agentRuns()).isFalse();
    }

    @Test
    void a_user_id_that_its_key_has_not_signed_names_nobody() throws IOException {
        Path forged = own.export(directory.resolve("carol.gpg"), "carol");
        String text = Files.readString(forged, java.nio.charset.StandardCharsets.ISO_8859_1);
        Files.writeString(
                keys,
                text.replace("Carol <carol@example.org>", "Peter <peter@example.org>"),
                java.nio.charset.StandardCharsets.ISO_8859_1);
        gpgId("peter@example.org");

        assertThat(found(drift()))
                .contains("gpg-id-unknown store/.gpg-id:1: \"peter@example.org\" matches no public key");
    }

    @Test
    void a_private_key_among_the_public_ones_is_left_unread_and_said() {
        own.run(
                "sh",
                "-c",
                "gpg --batch --pinentry-mode=loopback --passphrase= --export-secret-keys alice@example.org >"
                        + directory.resolve("secret.gpg"));
        keys = directory.resolve("secret.gpg");

        assertThat(found(drift()))
                .contains("key-private secret.gpg:1: a private key, which nobody needs here, was left unread");
    }

    @Test
    void a_broken_key_file_is_named() throws IOException {
        keys = directory.resolve("keys");
        Files.createDirectory(keys);
        Files.writeString(keys.resolve("note.txt"), "these are our keys\n");
        Path cut = gnupg.export(keys.resolve("bob.gpg"), "bob");
        Files.write(cut, java.util.Arrays.copyOf(Files.readAllBytes(cut), 100));
        gnupg.export(keys.resolve("alice.gpg"), "alice");

        List<String> found = found(drift());

        assertThat(found).anyMatch(finding -> finding.startsWith("key-file-broken keys/bob.gpg:1: the keys break off"));
        assertThat(found).contains("key-file-broken keys/note.txt:1: the file holds no public key");
        assertThat(found).noneMatch(finding -> finding.contains("Alice"));
    }

    private void revoke(String person) throws IOException {
        String fingerprint = gnupg.fingerprint(person);
        Path revocation = own.home().resolve("openpgp-revocs.d/" + fingerprint + ".rev");
        Files.writeString(revocation, Files.readString(revocation).replace(":-----BEGIN", "-----BEGIN"));
        own.run("gpg", "--batch", "--import", revocation.toString());
        own.export(keys, "alice", "bob");
    }

    /** The subkey's packet (old format, type 14) holds its version and time of creation, and then the algorithm. */
    private static int offsetOfSubkeyAlgorithm(byte[] key) {
        for (int i = 0; i < key.length - 7; i++) {
            if ((key[i] & 0xff) == 0xb8 && key[i + 2] == 4 && key[i + 7] == 18) {
                return i + 7;
            }
        }
        throw new IllegalStateException("no subkey was found");
    }
}
