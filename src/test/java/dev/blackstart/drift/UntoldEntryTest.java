package dev.blackstart.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.testing.Gnupg;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Lists and recipients of which not everything is known accuse nobody. */
class UntoldEntryTest extends DriftFixture {
    @Test
    void while_one_entry_is_unknown_nobody_is_called_extra() throws IOException {
        gpgId("team");

        finds("gpg-id-unknown store/.gpg-id:1: \"team\" matches no public key");
    }

    @Test
    void a_keygrip_is_unknown_where_keys_are_given_as_files() throws IOException {
        gpgId("alice@example.org", "&C6407D1B3878843EC3D952D1706E00C363521B5A");

        finds("gpg-id-unknown store/.gpg-id:2: \"&C6407D1B3878843EC3D952D1706E00C363521B5A\" matches no public key");
    }

    @Test
    void an_unknown_entry_does_not_hide_who_is_missing() throws IOException {
        gpgId("team", "carol@example.org");

        assertThat(found(drift()))
                .hasSize(2)
                .anyMatch(finding -> finding.startsWith("gpg-id-unknown"))
                .anyMatch(finding -> finding.startsWith("missing-recipient") && finding.contains("Carol"));
    }

    @Test
    void a_subkey_that_is_newer_than_the_copy_of_its_key_may_be_the_missing_one() throws IOException {
        try (Gnupg own = gnupg.copy()) {
            own.gpg("--quick-add-key", gnupg.fingerprint("bob"), "cv25519", "encr", "never");
            own.encrypt(login, to("alice", "bob"));
        }

        assertThat(found(drift())).singleElement().asString().startsWith("key-unknown");
    }

    @Test
    void of_two_who_seem_to_be_missing_one_may_be_the_hidden_one() throws IOException {
        gpgId("alice@example.org", "carol@example.org", "dave@example.org");
        gnupg.encrypt(
                login,
                "--recipient",
                gnupg.fingerprint("alice"),
                "--hidden-recipient",
                gnupg.fingerprint("dave"),
                "--encrypt");

        assertThat(found(drift()))
                .contains("missing-recipient store/hosting-login.gpg:1: at least 1 of these cannot open the file,"
                        + " although store/.gpg-id names them: Carol <carol@example.org>, Dave <dave@example.org>");
    }

    @Test
    void of_several_keys_of_an_address_gpg_takes_the_one_that_can_be_encrypted_to() throws IOException {
        try (Gnupg own = gnupg.copy()) {
            own.gpg(
                    "--faked-system-time=20250101T000000!",
                    "--quick-generate-key",
                    "Alice of last year <alice@example.org>",
                    "ed25519",
                    "cert",
                    "30d");
            own.gpg("--yes", "--output", keys.toString(), "--export");
        }
        gpgId("alice@example.org", "bob@example.org");

        finds();
    }

    @Test
    void a_part_that_can_only_sign_is_nothing_to_encrypt_to() throws IOException {
        gpgId(gnupg.fingerprint("alice") + "!", "bob@example.org");

        assertThat(found(drift()))
                .singleElement()
                .asString()
                .startsWith("key-unusable store/.gpg-id:1: nothing can be encrypted to the part ");
    }
}
