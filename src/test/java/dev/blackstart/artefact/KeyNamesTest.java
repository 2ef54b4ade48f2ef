package dev.blackstart.artefact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.finding.Finding;
import dev.blackstart.testing.Gnupg;
import dev.blackstart.testing.RealTools;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways in which a {@code .gpg-id} may name a key. */
@RealTools
class KeyNamesTest {
    @TempDir
    Path directory;

    private Gnupg gnupg;
    private Keyring keyring;

    @BeforeEach
    void read(Gnupg shared) {
        gnupg = shared;
        KeyringReader reader = new KeyringReader();
        reader.add(gnupg.export(directory.resolve("keys.gpg"), "alice", "bob"));
        keyring = reader.read();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alice@example.org",
                "<alice@example.org>",
                "Alice@Example.org",
                "=Alice <alice@example.org>",
                "Alice <alice@example.org>",
                "Alice",
                "*lice",
                "@alice",
                "lice@exam"
            })
    void an_address_or_a_part_of_a_user_id_names_the_key_to_which_gpg_encrypts(String text) {
        assertThat(gpgTakes(text)).contains(gnupg.subkey("alice"));
        assertThat(keyring.named(text)).map(PublicKey::shown).containsExactly("Alice <alice@example.org>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mallory@example.org", "=alice", "DEADBEEF", "example.com", "+Alice", ".Alice", "dead beef"})
    void what_names_no_key_to_gpg_names_none(String text) {
        assertThat(gpgTakes(text)).isEmpty();
        assertThat(keyring.named(text)).isEmpty();
    }

    /** Gives the subkey to which gpg encrypts for whom the text names; empty: it finds nobody. */
    private Optional<String> gpgTakes(String text) {
        try {
            gnupg.encrypt(directory.resolve("file.gpg"), "--no-auto-key-locate", "--recipient", text, "--encrypt");
        } catch (IllegalStateException e) {
            assertThat(e).hasMessageContaining("No public key");
            return Optional.empty();
        }
        List<Finding> faults = new ArrayList<>();
        InputStream in = Bytes.open(directory.resolve("file.gpg"), faults).orElseThrow();
        return OpenPgpMessage.read(in, directory).recipients().stream()
                .map(recipient -> ((Recipient.OpenPgp) recipient).id())
                .findFirst();
    }

    @Test
    void ids_name_a_key_however_long_they_are() {
        String fingerprint = gnupg.fingerprint("alice");
        String spaced = fingerprint.replaceAll("(.{4})", "$1 ").strip();

        for (String id : new String[] {
            fingerprint,
            "0x" + fingerprint.toLowerCase(java.util.Locale.ROOT),
            spaced,
            fingerprint.replaceAll("(..)", "$1:").replaceAll(":$", ""),
            fingerprint.substring(24),
            "0" + fingerprint.substring(24),
            fingerprint.substring(32),
            "0" + fingerprint.substring(32),
            gnupg.subkey("alice"),
            "0x" + gnupg.subkey("alice") + "!"
        }) {
            if (!id.endsWith("!")) {
                assertThat(gpgTakes(id)).as(id).contains(gnupg.subkey("alice"));
            }
            assertThat(keyring.named(id)).as(id).map(PublicKey::fingerprint).containsExactly(fingerprint);
        }
    }

    @Test
    void gpg_is_asked_for_the_keys_of_a_keyring_without_an_agent() {
        gnupg.endAgent();
        KeyringReader reader = new KeyringReader();
        reader.addHome(gnupg.home());

        assertThat(reader.read().named("alice@example.org")).hasSize(1);
        assertThat(gnupg.agentRuns()).isFalse();
    }

    @Test
    void the_user_ids_and_parts_of_a_key_are_what_gpg_says() {
        PublicKey alice = keyring.named("alice@example.org").get(0);

        assertThat(alice.userIds()).containsExactly("Alice <alice@example.org>");
        assertThat(alice.subkeys()).singleElement().satisfies(subkey -> {
            assertThat(subkey.id()).isEqualTo(gnupg.subkey("alice"));
            assertThat(subkey.algorithm()).isEqualTo("ECDH");
            assertThat(subkey.encrypts()).isTrue();
            assertThat(subkey.revoked()).isFalse();
        });
        assertThat(alice.primary().encrypts()).isFalse();
    }
}
