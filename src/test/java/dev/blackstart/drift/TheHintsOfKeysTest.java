package dev.blackstart.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hints about keys; what their owners do is done with their secret keys. */
class TheHintsOfKeysTest extends FollowedHints {
    private static final String BOTH = "hosting-login: Alice Bob";

    @BeforeEach
    void change_keys_of_a_copy() throws IOException {
        own = ready(own.copy());
    }

    @AfterEach
    void endCopy() throws IOException {
        own.close();
    }

    private void export() {
        own.gpg("--yes", "--output", keys.toString(), "--export");
    }

    @Test
    @Follows({"key-expired", "key-expires-soon"})
    void owners_give_their_keys_more_time() {
        String bob = own.fingerprint("bob");
        own.gpg("--quick-set-expire", bob, "10d");
        own.gpg("--quick-set-expire", bob, "10d", "*");
        export();

        follow("key-expires-soon");
        export();
        isMended();

        own.gpg("--quick-set-expire", bob, "10d");
        own.gpg("--quick-set-expire", bob, "10d", "*");
        export();
        now = now.plus(Duration.ofDays(11));
        follow("key-expired");
        export();
        isMended();
        opens(BOTH);
    }

    @Test
    void a_subkey_that_has_expired_is_replaced_by_its_owner() {
        own.gpg("--quick-set-expire", own.fingerprint("bob"), "10d", "*");
        export();
        now = now.plus(Duration.ofDays(11));

        follow("key-expired");
        export();

        isMended();
        opens(BOTH);
    }

    @Test
    void what_keeps_gpg_from_encrypting_is_mended_first() throws IOException {
        own.gpg("--quick-set-expire", own.fingerprint("bob"), "1d");
        export();
        now = now.plusSeconds(3 * 86400L);
        gpgId(own.fingerprint("alice"), own.fingerprint("bob"), own.fingerprint("carol"));
        assertThat(finding("missing-recipient").hint())
                .startsWith("First mend what is found at " + store.resolve(".gpg-id") + ":2, ");

        follow("key-expired");
        export();
        follow("missing-recipient");

        isMended();
        opens("hosting-login: Alice Bob Carol");
    }

    @Test
    @Follows("key-revoked")
    void the_new_key_of_its_owner_takes_the_place_of_a_revoked_one() throws IOException {
        String old = own.fingerprint("bob");
        Path revocation = own.home().resolve("openpgp-revocs.d/" + old + ".rev");
        Files.writeString(revocation, Files.readString(revocation).replace(":-----BEGIN", "-----BEGIN"));
        own.run("gpg", "--batch", "--import", revocation.toString());
        own.gpg("--quick-generate-key", "Bob (new) <bob@example.com>", "future-default", "default", "never");
        export();

        sh(command("key-revoked")
                .replace(
                        "NEW",
                        own.gpg("--with-colons", "--list-keys", "bob@example.com")
                                .lines()
                                .filter(line -> line.startsWith("fpr:"))
                                .map(line -> line.split(":", -1)[9])
                                .findFirst()
                                .orElseThrow()));

        isMended();
        opens("hosting-login: Alice Bob (new)");
    }

    @Test
    @Follows("key-disabled")
    void a_disabled_key_is_enabled() {
        sh("printf 'disable\\nsave\\n' | gpg --batch --command-fd 0 --edit-key bob@example.org");
        ownKeyring = true;

        follow("key-disabled");

        isMended();
        opens(BOTH);
    }

    @Test
    @Follows("key-unusable")
    void an_owner_adds_a_part_for_encryption() throws IOException {
        own.gpg("--quick-generate-key", "Erin <erin@example.org>", "ed25519", "sign", "never");
        export();
        gpgId(own.fingerprint("alice"), own.fingerprint("bob"), own.fingerprint("erin"));

        follow("key-unusable");
        export();

        isGone("key-unusable");
        opens(BOTH);
        follow("missing-recipient");
        isMended();
        opens("hosting-login: Alice Bob Erin");
    }

    @Test
    void the_mark_for_a_part_that_cannot_be_encrypted_to_is_taken_away() throws IOException {
        gpgId(own.fingerprint("alice") + "!", own.fingerprint("bob"));
        assertThat(finding("key-unusable").hint()).startsWith("Take the \"!\" away");

        gpgId(own.fingerprint("alice"), own.fingerprint("bob"));

        isMended();
        opens(BOTH);
    }

    @Test
    @Follows({"key-unknown", "keyring-unread"})
    void a_key_is_given() {
        own.export(keys, "alice");
        finding("key-unknown");

        own.export(keys, "alice", "bob"); // "give the key with --keys FILE"; so for a keyring that cannot be read

        isMended();
        opens(BOTH);
    }

    @Test
    @Follows({"key-file-broken", "key-algorithm-unknown"})
    void a_broken_key_is_exported_anew() throws IOException {
        Path several = Files.createDirectory(directory.resolve("keys"));
        Path bob = own.export(several.resolve("bob.gpg"), "bob");
        Files.write(bob, Arrays.copyOf(Files.readAllBytes(bob), 100));
        own.export(several.resolve("alice.gpg"), "alice");
        keys = several;

        sh(command("key-file-broken").replace("NAME", own.fingerprint("bob")) + " > " + bob);

        isMended();
        opens(BOTH);
    }

    @Test
    @Follows("key-private")
    void a_private_key_is_replaced_by_the_public_one() {
        sh("gpg --batch --pinentry-mode=loopback --passphrase= --export-secret-keys alice@example.org > " + keys);
        own.run("sh", "-c", "gpg --export bob@example.org >> " + keys);

        sh(command("key-private").replace("NAME", "alice bob") + " > " + keys);

        isMended();
        opens(BOTH);
    }
}
